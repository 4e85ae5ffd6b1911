package org.muonframework.evaluate.select;

import org.muonframework.evaluate.Share;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

/** How the 68 % interval of an efficiency is found. */
public enum IntervalKind {
    /** That of the score test, which covers as stated on average. */
    WILSON,
    /** The exact central one, which covers at least as often as stated. */
    CLOPPER_PEARSON;

    private static final double ROUNDING = 1e-9;

    /**
     * The interval of Σw that passed of Σw. Where weights differ it is that of Clopper and Pearson for the effective
     * number of rows, whatever was asked for.
     *
     * @param share what passed
     * @param rows number of all rows
     */
    Interval of(Share share, long rows) {
        double square = share.total() * share.total();
        boolean equal = Math.abs(share.squares() * rows - square) <= ROUNDING * square;
        return this == WILSON && equal
                ? Intervals.wilson(share.value() * rows, rows, Intervals.ONE_SIGMA)
                : share.interval();
    }
}
