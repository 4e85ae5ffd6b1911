package org.muonframework.train.fused.step;

/** The rows of a training, each with all its inputs, truths and its weight in one place. */
@FunctionalInterface
public interface Records {

    /**
     * Copies part of a row.
     *
     * @param row number of the row
     * @param column first of its columns: those of all inputs, then of all truths, then the weight
     * @param count number of columns
     */
    void copy(int row, int column, int count, float[] target, int at);
}
