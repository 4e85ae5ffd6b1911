package org.muonframework.data;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What counts as a missing value of a feature, and what to do about it. NaN and infinite values are always missing.
 *
 * @param value a number that stands for a missing value as well, such as −999
 * @param policy what to do
 * @param constant what {@link Policy#CONSTANT} puts in its place
 */
public record MissingPolicy(OptionalDouble value, Policy policy, double constant) {

    /** What to do with a missing value. */
    public enum Policy {
        /** Replace it by the weighted mean of the training part. */
        MEAN,
        /** Replace it by the median of the training part, which outliers do not move. */
        MEDIAN,
        /** Replace it by a given number. */
        CONSTANT,
        /** Leave the row out. */
        DROP,
        /** Stop. */
        ERROR;

        /** The name in the analysis file: {@code median}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether another value is put in the place of a missing one. */
        public boolean fills() {
            return this == MEAN || this == MEDIAN || this == CONSTANT;
        }
    }

    public MissingPolicy {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(policy, "policy");
    }

    /** A policy for NaN and infinite values only. */
    public static MissingPolicy of(Policy policy) {
        return new MissingPolicy(OptionalDouble.empty(), policy, 0);
    }

    /** What to tell the user of a feature with missing values. */
    public String warning(String feature, long count) {
        return String.format(
                Locale.ROOT, "%,d missing values of '%s', treated by the policy '%s'", count, feature, policy.key());
    }

    /** Whether a value of a feature is missing; compared in single precision, in which features are kept. */
    public boolean isMissing(float feature) {
        return !Float.isFinite(feature) || (value.isPresent() && feature == (float) value.getAsDouble());
    }
}
