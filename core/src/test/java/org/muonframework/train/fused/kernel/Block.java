package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A matrix in a block, from some place in an array that has more behind it.
 *
 * <p>What fills up the last panel is 0. The rows behind the last one and what lies around the block is not a number, which
 * shows where a kernel reads it.
 *
 * @param from place of the first value
 * @param width columns of a panel
 */
record Block(int rows, int columns, int width, int from, float[] values) {

    private static final int BEHIND = 5;

    /** A matrix, given row by row, as a block. */
    static Block of(int rows, int columns, float[] matrix, int width, int from) {
        Block block = empty(rows, columns, width, from);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < block.filled(); j++) {
                block.values[block.place(row, j)] = j < columns ? matrix[row * columns + j] : 0;
            }
        }
        return block;
    }

    /** A block of numbers from −2 to 2, some of them 0, which do not depend on the width of a panel. */
    static Block random(int rows, int columns, int width, int from, SplittableRandom random) {
        return of(rows, columns, KernelCases.numbers(rows * columns, random), width, from);
    }

    /** A block that has no numbers yet. */
    static Block empty(int rows, int columns, int width, int from) {
        float[] values = new float[from + Panels.ROWS * Panels.filled(columns, width) + BEHIND];
        Arrays.fill(values, Float.NaN);
        return new Block(rows, columns, width, from, values);
    }

    /** The matrix, row by row. */
    float[] matrix() {
        float[] matrix = new float[rows * columns];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++, i++) {
                matrix[i] = get(row, j);
            }
        }
        return matrix;
    }

    /** Columns, those that fill up the last panel included. */
    int filled() {
        return Panels.filled(columns, width);
    }

    float get(int row, int column) {
        return values[place(row, column)];
    }

    Block copy() {
        return new Block(rows, columns, width, from, values.clone());
    }

    /** The same block with another number in all columns that fill up. */
    Block filledWith(float number) {
        Block filled = copy();
        for (int row = 0; row < rows; row++) {
            for (int j = columns; j < filled(); j++) {
                filled.values[place(row, j)] = number;
            }
        }
        return filled;
    }

    /** Checks that the columns that fill up are 0. */
    void assertFilledWithZeros() {
        for (int row = 0; row < rows; row++) {
            for (int j = columns; j < filled(); j++) {
                KernelCases.assertNear(get(row, j), 0, 0, "row %d, column %d behind the last", row, j);
            }
        }
    }

    /** Checks that nothing but the block's rows changed. */
    void assertChangedFrom(Block before) {
        float[] expected = before.values.clone();
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < filled(); j++) {
                expected[place(row, j)] = get(row, j);
            }
        }
        KernelCases.assertSame(values, expected);
    }

    private int place(int row, int column) {
        return from + Panels.place(row, column, width);
    }
}
