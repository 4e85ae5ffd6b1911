package org.muonframework.spi.metric;

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
}
