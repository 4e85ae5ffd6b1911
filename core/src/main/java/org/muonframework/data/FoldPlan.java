package org.muonframework.data;

import org.muonframework.spi.metric.Part;

/**
 * Cross-validation in k folds: every event belongs to one fold, and there is one model for each fold, which is tested on
 * that fold, validated on the next one and trained on all others.
 *
 * @param count the number of folds, at least {@link #LEAST}
 */
public record FoldPlan(int count) {

    /** With fewer, nothing is left to train on beside test and validation. */
    public static final int LEAST = 3;

    /** What {@link EventHash} is asked for. */
    public static final String PURPOSE = "fold";

    public FoldPlan {
        if (count < LEAST) {
            throw new IllegalArgumentException("at least " + LEAST + " folds are needed, not " + count);
        }
    }

    /** The fold of an event, from its hash: 0 to {@code count − 1}. */
    public int of(long hash) {
        return (int) Long.remainderUnsigned(hash, count);
    }

    /** The fraction of the events that training and validation of one model are together. */
    public double trained() {
        return (count - 1.0) / count;
    }

    /** What the rows of a fold are to a model. */
    public Part role(int fold, int model) {
        if (fold == model) {
            return Part.TEST;
        }
        return fold == (model + 1) % count ? Part.VALIDATION : Part.TRAINING;
    }

    /**
     * The fold that a model shows its in-sample predictions on: the one before its own, which it was trained on. Each
     * fold is shown by one model.
     */
    public int shownBy(int model) {
        return (model + count - 1) % count;
    }
}
