package org.muonframework.train.fused.step;

import org.muonframework.spi.train.SparseImages;

/** The rows of a training, each with all its inputs but images, truths and its weight in one place. */
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

    /** The images of all rows for an input that takes some. */
    default SparseImages images(int input) {
        throw new IllegalStateException("input " + input + " takes no images here");
    }
}
