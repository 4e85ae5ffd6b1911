package org.muonframework.stats;

/**
 * A confidence interval.
 *
 * @param low lower end; NaN if there is no interval
 * @param high upper end; NaN if there is no interval
 */
public record Interval(double low, double high) {

    /** No interval can be stated. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
