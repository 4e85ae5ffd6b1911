package org.muonframework.spi.train;

import java.util.Arrays;
import java.util.List;

/**
 * Rows to predict, column by column.
 *
 * @param columns {@code columns[f][row]} in the order of the model's features
 * @param rows number of rows
 * @param images in the order of the images of the model's task
 */
public record Features(float[][] columns, int rows, List<SparseImages> images) {

    public Features {
        for (float[] column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException("a feature column has " + column.length + " rows of " + rows);
            }
        }
        images = List.copyOf(images);
        for (SparseImages image : images) {
            if (image.rows() != rows) {
                throw new IllegalArgumentException("there are " + image.rows() + " images for " + rows + " rows");
            }
        }
    }

    /** Rows without images. */
    public Features(float[][] columns, int rows) {
        this(columns, rows, List.of());
    }

    /** The rows {@code from} to before {@code to}: new columns; the hits of images are shared. */
    public Features range(int from, int to) {
        return new Features(
                Arrays.stream(columns)
                        .map(column -> Arrays.copyOfRange(column, from, to))
                        .toArray(float[][]::new),
                to - from,
                images.stream().map(image -> image.range(from, to)).toList());
    }
}
