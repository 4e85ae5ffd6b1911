package org.muonframework.data;

import java.util.Locale;

/** What becomes of negative weights in training; an evaluation always keeps the sign. */
public enum NegativeWeights {
    /** Stay as they are; a trainer that cannot use them says so. */
    KEEP,
    /** Count as 0. */
    ZERO_IN_TRAINING,
    /** Lose their sign. */
    ABSOLUTE,
    /** Stop. */
    ERROR;

    /** The name in the analysis file: {@code zero-in-training}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The weight to train with. */
    public double training(double weight) {
        return switch (this) {
            case ZERO_IN_TRAINING -> Math.max(weight, 0);
            case ABSOLUTE -> Math.abs(weight);
            case KEEP, ERROR -> weight;
        };
    }
}
