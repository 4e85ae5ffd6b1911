package org.muonframework.data;

import java.util.Locale;

/**
 * How training weights are scaled, after the policy for negative ones. The factors are those of the training part and
 * hold for the validation part as well; an evaluation never sees them.
 */
public enum WeightNormalisation {
    /** Not at all. */
    NONE,
    /** The weights of the training part add up to 1. */
    SUM,
    /** The mean weight of the training part is 1. */
    MEAN_ONE,
    /** Every class has the same sum of weights, and the mean weight of the training part is 1. */
    PER_CLASS;

    /** The name in the analysis file: {@code mean-one}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
