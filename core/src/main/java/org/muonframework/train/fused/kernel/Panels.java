package org.muonframework.train.fused.kernel;

/**
 * Where the weights of a linear map lie in an array: in panels, each as wide as a tile, with the weights of one input for
 * all outputs of the panel side by side.
 *
 * <p>A panel has two vectors of outputs, the last one perhaps one vector; outputs are filled up to whole vectors with
 * weights of 0. So a tile reads its weights from one place to the next, and no kernel has a special last column.
 *
 * @param inputs number of inputs
 * @param outputs number of outputs
 * @param lanes numbers in a vector
 */
public record Panels(int inputs, int outputs, int lanes) {

    /** Vectors in a panel that is not the last one. */
    static final int VECTORS = 2;

    /** Outputs filled up to whole vectors. */
    public int stride() {
        return stride(outputs, lanes);
    }

    /** A number of values filled up to whole vectors. */
    public static int stride(int values, int lanes) {
        return (values + lanes - 1) / lanes * lanes;
    }

    /** Numbers that all panels take. */
    public int size() {
        return Math.multiplyExact(inputs, stride());
    }

    /** Outputs of the panel that begins with this output. */
    int width(int first) {
        return Math.min(VECTORS * lanes, stride() - first);
    }

    /** Where the panel begins that begins with this output. */
    int start(int first) {
        return first * inputs;
    }

    /** Where the weight from an input to an output lies. */
    public int index(int input, int output) {
        int first = output - output % (VECTORS * lanes);
        return start(first) + input * width(first) + output - first;
    }

    /** The panels of the map that goes back from outputs to inputs. */
    public Panels transposed() {
        return new Panels(outputs, inputs, lanes);
    }
}
