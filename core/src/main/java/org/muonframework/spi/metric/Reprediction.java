package org.muonframework.spi.metric;

import java.util.Optional;
import org.muonframework.spi.train.RowGenerator;

/** Predicts rows of the evaluated part once more, with other values of their features; their images stay the same. */
@FunctionalInterface
public interface Reprediction {

    /**
     * Predicts.
     *
     * @param rows indices of rows of {@link Evaluation#evaluatedSample()}; with folds they say which model predicts
     * @param features {@code features[f][i]} in the order of the task's features, for the row {@code rows[i]}
     * @return {@code [p][i]} in the order of {@code task.predictions()}
     */
    float[][] predict(int[] rows, float[][] features);

    /** Makes rows from what the model has learned, where it can; with folds, the model of the first. */
    default Optional<RowGenerator> generator() {
        return Optional.empty();
    }
}
