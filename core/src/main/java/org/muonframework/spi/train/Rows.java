package org.muonframework.spi.train;

import java.util.Objects;

/**
 * Rows in memory, column by column: what a model is trained on.
 *
 * @param features {@code features[f][row]} in the order of the task's features; missing values already replaced
 * @param labels the class of each row; empty when nothing is classified
 * @param targets {@code targets[t][row]} in the order of the task's targets
 * @param weights the training weight of each row; negative where the data has such weights and the configuration keeps
 *     them, and then a trainer that cannot fit them refuses
 */
public record Rows(float[][] features, int[] labels, float[][] targets, float[] weights) {

    public Rows {
        Objects.requireNonNull(features, "features");
        for (float[] column : features) {
            requireLength("feature", column.length, weights.length);
        }
        for (float[] column : targets) {
            requireLength("target", column.length, weights.length);
        }
        if (labels.length > 0) {
            requireLength("label", labels.length, weights.length);
        }
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
