package org.muonframework.config;

import org.muonframework.spi.settings.Range;

/** What a number may be, and its unit. */
record Limits(double min, boolean minExclusive, double max, boolean maxExclusive, String unit) {

    static Limits none(String unit) {
        return new Limits(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, unit);
    }

    static Limits of(Range range, String unit) {
        return new Limits(range.min(), range.minExclusive(), range.max(), range.maxExclusive(), unit);
    }

    boolean allow(double number) {
        return (minExclusive ? number > min : number >= min) && (maxExclusive ? number < max : number <= max);
    }

    /** {@code at least 0 and less than 1}, or empty when everything is allowed. */
    String words() {
        String from = min == Double.NEGATIVE_INFINITY ? "" : (minExclusive ? "more than " : "at least ") + plain(min);
        String to = max == Double.POSITIVE_INFINITY ? "" : (maxExclusive ? "less than " : "at most ") + plain(max);
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    /** {@link #words()} with the unit. */
    String wordsWithUnit() {
        return unit.isEmpty() ? words() : words() + " " + unit;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
