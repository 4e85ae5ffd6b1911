package org.muonframework.spi.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muonframework.spi.model.Model;

/**
 * Rows in memory, column by column: what a model is trained on.
 *
 * @param features {@code features[f][row]} in the order of the task's features; missing values already replaced
 * @param labels the class of each row; empty when nothing is classified
 * @param targets {@code targets[t][row]} in the order of the task's targets
 * @param weights the training weight of each row; negative where the data has such weights and the configuration keeps
 *     them, and then a trainer that cannot fit them refuses
 * @param columns the values of each expression that the model {@linkplain Model#columns() asks for}, by its text
 * @param events a number for each row that rows of one event share, and no others; empty where each row is an event
 * @param images in the order of the task's images
 */
public record Rows(
        float[][] features,
        int[] labels,
        float[][] targets,
        float[] weights,
        Map<String, double[]> columns,
        long[] events,
        List<SparseImages> images) {

    public Rows {
        Objects.requireNonNull(features, "features");
        columns = Map.copyOf(columns);
        for (float[] column : features) {
            requireLength("feature", column.length, weights.length);
        }
        for (float[] column : targets) {
            requireLength("target", column.length, weights.length);
        }
        if (labels.length > 0) {
            requireLength("label", labels.length, weights.length);
        }
        for (double[] column : columns.values()) {
            requireLength("further", column.length, weights.length);
        }
        if (events.length > 0) {
            requireLength("event", events.length, weights.length);
        }
        images = List.copyOf(images);
        for (SparseImages image : images) {
            requireLength("image", image.rows(), weights.length);
        }
    }

    /** Rows without images. */
    public Rows(
            float[][] features,
            int[] labels,
            float[][] targets,
            float[] weights,
            Map<String, double[]> columns,
            long[] events) {
        this(features, labels, targets, weights, columns, events, List.of());
    }

    /** Rows that are an event each, without further columns. */
    public Rows(float[][] features, int[] labels, float[][] targets, float[] weights) {
        this(features, labels, targets, weights, Map.of(), new long[0]);
    }

    /** Number of rows. */
    public int size() {
        return weights.length;
    }

    private static void requireLength(String what, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException("a " + what + " column has " + length + " rows of " + rows);
        }
    }
}
