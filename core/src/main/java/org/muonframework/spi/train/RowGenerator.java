package org.muonframework.spi.train;

import java.util.List;

/**
 * Makes rows of numbers that a model has learned to describe. Valid as long as the model that it comes from is not closed;
 * not for use by several threads at once.
 */
public interface RowGenerator {

    /** Names of the columns that it makes: features of the model. */
    List<String> columns();

    /** How many numbers a row is made from; a model that can make new rows expects them to be standard Gaussian. */
    int codes();

    /**
     * Makes rows.
     *
     * @param codes {@code codes[k][row]}, {@link #codes()} columns of one length
     * @return {@code [column][row]} in the order of {@link #columns()}, in the features' own units
     */
    float[][] make(float[][] codes);
}
