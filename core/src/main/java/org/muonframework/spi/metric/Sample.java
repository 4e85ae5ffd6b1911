package org.muonframework.spi.metric;

import java.util.Map;
import org.muonframework.spi.train.SparseImages;

/**
 * One part of the split with its predictions.
 *
 * @param part which part
 * @param features {@code features[f][row]} in the order of the task's features, as the model saw them; empty where they
 *     are not at hand
 * @param labels the class of each row; empty when nothing is classified
 * @param targets {@code targets[t][row]} in the order of the task's targets
 * @param predictions {@code predictions[p][row]} in the order of {@code task.predictions()}
 * @param weights the weight of each row with its sign
 * @param columns the values of each expression that a metric asked for, row by row
 * @param images the images of the analysis by name, whether the model looks at them or not; empty where they are not at
 *     hand
 */
public record Sample(
        Part part,
        float[][] features,
        int[] labels,
        float[][] targets,
        float[][] predictions,
        double[] weights,
        Map<String, double[]> columns,
        Map<String, SparseImages> images) {

    public Sample {
        columns = Map.copyOf(columns);
        images = Map.copyOf(images);
    }

    /** Rows whose images are not at hand. */
    public Sample(
            Part part,
            float[][] features,
            int[] labels,
            float[][] targets,
            float[][] predictions,
            double[] weights,
            Map<String, double[]> columns) {
        this(part, features, labels, targets, predictions, weights, columns, Map.of());
    }

    /** Rows whose features are not at hand. */
    public Sample(
            Part part,
            int[] labels,
            float[][] targets,
            float[][] predictions,
            double[] weights,
            Map<String, double[]> columns) {
        this(part, new float[0][], labels, targets, predictions, weights, columns);
    }

    /**
     * Whether these are the rows of the other sample with other predictions, as training and test sample are with folds:
     * both hold the same arrays. What is computed on both is then not independent.
     */
    public boolean sharesRowsWith(Sample other) {
        return labels == other.labels && weights == other.weights;
    }

    /** Number of rows. */
    public int rows() {
        return weights.length;
    }
}
