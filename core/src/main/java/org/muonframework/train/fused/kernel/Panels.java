package org.muonframework.train.fused.kernel;

/**
 * Where numbers lie: columns are divided into panels of two vectors, filled up with columns of 0.
 *
 * <p>Of a block of {@link #ROWS} rows each panel lies by itself, row by row; so the distance between rows is a constant of
 * the processor, which makes the inner loops short. Of the weights of a linear map each panel of outputs lies by itself,
 * input by input.
 *
 * @param inputs number of inputs
 * @param outputs number of outputs
 * @param width columns of a panel
 */
public record Panels(int inputs, int outputs, int width) {

    /** Rows of a block. */
    public static final int ROWS = 64;

    /** A number of columns filled up to whole panels. */
    public static int filled(int columns, int width) {
        return (columns + width - 1) / width * width;
    }

    /** Where a value of a block lies. */
    public static int place(int row, int column, int width) {
        int first = column - column % width;
        return first * ROWS + row * width + column - first;
    }

    /** Outputs filled up to whole panels. */
    public int columns() {
        return filled(outputs, width);
    }

    /** Numbers that all weights take. */
    public int size() {
        return Math.multiplyExact(inputs, columns());
    }

    /** Where the weight from an input to an output lies. */
    public int index(int input, int output) {
        int first = output - output % width;
        return first * inputs + input * width + output - first;
    }

    /** The weights of the map that goes back from outputs to inputs. */
    public Panels transposed() {
        return new Panels(outputs, inputs, width);
    }
}
