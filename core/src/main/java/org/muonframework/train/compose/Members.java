package org.muonframework.train.compose;

import java.util.Objects;

/**
 * Models of one kind that are trained to be averaged.
 *
 * @param size how many, at least 2
 * @param over what one differs from another by
 * @param weights what the prediction of each counts
 */
public record Members(int size, Over over, Weights weights) {

    /** What members differ by, beside initial weights and the order of rows. */
    public enum Over {
        /** Each is judged by one fold of the training and validation rows together, and fits the others. */
        FOLDS,
        /** All fit the training rows and are judged by the validation rows. */
        SEEDS
    }

    /** What the prediction of a member counts in the mean. */
    public enum Weights {
        /** The inverse of its validation loss. */
        VALIDATION_LOSS,
        /** The same as any other. */
        EQUAL
    }

    public Members {
        if (size < 2) {
            throw new IllegalArgumentException(size + " members are too few");
        }
        Objects.requireNonNull(over, "over");
        Objects.requireNonNull(weights, "weights");
    }

    /** What a member is, to be read: {@code member 2 of 5}. */
    String label(int member) {
        return "member " + (member + 1) + " of " + size;
    }
}
