package org.muonframework.data.expression;

/** The loop over the rows of a block that computes one operator or function. */
@FunctionalInterface
interface Kernel {

    /**
     * Computes a block.
     *
     * @param in {@code in[argument][row]}; the results replace {@code in[0]}
     * @param rows number of rows
     */
    void apply(double[][] in, int rows);
}
