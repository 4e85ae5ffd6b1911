package org.muonframework.spi.train;

import java.util.List;
import java.util.Objects;

/**
 * One quantity over the course of a training.
 *
 * @param quantity what is followed: {@link History#LOSS}, {@code accuracy}, {@code learning-rate}
 * @param part the rows it was computed on: {@link History#TRAINING}, {@link History#VALIDATION}, or empty
 * @param values one value for each step of {@link History}; NaN for steps in which the quantity was not followed
 */
public record LearningCurve(String quantity, String part, List<Double> values) {

    public LearningCurve {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(part, "part");
        values = List.copyOf(values);
    }
}
