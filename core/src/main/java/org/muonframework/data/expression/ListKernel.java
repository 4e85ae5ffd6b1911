package org.muonframework.data.expression;

/** The loop over the rows of a block that makes one value of the lists of each row. */
@FunctionalInterface
interface ListKernel {

    /**
     * Computes a block.
     *
     * @param in {@code in[list][element]}, lists of the same length in each row
     * @param shape which elements belong to which row
     * @param out where the value of each row goes; holds before the number that the function takes, if it takes one
     */
    void apply(double[][] in, Shape shape, double[] out);
}
