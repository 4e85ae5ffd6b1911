package org.muonframework.spi.train;

import java.util.List;
import java.util.Objects;

/**
 * The course of a training.
 *
 * @param step what one step is: {@code epoch} or {@code round}
 * @param curves quantities followed, each with as many values as there were steps
 * @param best the step, from 0, whose parameters the model has
 * @param seconds wall-clock time of the training
 * @param rowsPerSecond median over the steps after warm-up of training rows processed in a second; NaN if unknown
 */
public record History(String step, List<LearningCurve> curves, int best, double seconds, double rowsPerSecond) {

    public History {
        Objects.requireNonNull(step, "step");
        curves = List.copyOf(curves);
    }
}
