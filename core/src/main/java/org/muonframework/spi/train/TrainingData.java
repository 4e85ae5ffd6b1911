package org.muonframework.spi.train;

import java.util.Objects;
import org.muonframework.spi.model.Task;

/**
 * Everything a trainer learns from.
 *
 * @param task names of features, classes and targets, in the order of the columns in the rows
 * @param training the rows to fit
 * @param validation the rows to judge by while training; never fitted; at least one row
 */
public record TrainingData(Task task, Rows training, Rows validation) {

    public TrainingData {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(validation, "validation");
    }
}
