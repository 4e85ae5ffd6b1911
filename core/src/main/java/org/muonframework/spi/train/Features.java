package org.muonframework.spi.train;

/**
 * Rows to predict, column by column.
 *
 * @param columns {@code columns[f][row]} in the order of the model's features
 * @param rows number of rows
 */
public record Features(float[][] columns, int rows) {

    public Features {
        for (float[] column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException("a feature column has " + column.length + " rows of " + rows);
            }
        }
    }
}
