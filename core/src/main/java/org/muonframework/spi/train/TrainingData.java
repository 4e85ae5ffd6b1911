package org.muonframework.spi.train;

import java.util.Objects;
import org.muonframework.spi.model.Task;

/**
 * Everything a trainer learns from.
 *
 * @param task names of features, classes and targets, in the order of the columns in the rows
 * @param training the rows to fit
 * @param validation the rows to judge by while training; never fitted; at least one row
 * @param fraction the part of all rows of the analysis, those kept for a test included, that training and validation are
 *     together, as the split or the folds have it
 */
public record TrainingData(Task task, Rows training, Rows validation, double fraction) {

    public TrainingData {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(validation, "validation");
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction is above 0 and not above 1, not " + fraction);
        }
    }

    /** All rows that there are. */
    public TrainingData(Task task, Rows training, Rows validation) {
        this(task, training, validation, 1);
    }
}
