package org.muonframework.evaluate.select;

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
     * @param passed sum of the weights that passed
     * @param rows all rows
     */
    Interval of(double passed, Overlap rows) {
        double total = rows.total();
        boolean equal = Math.abs(rows.squares() * rows.rows() - total * total) <= ROUNDING * total * total;
        return this == WILSON && equal
                ? Intervals.wilson(passed / total * rows.rows(), rows.rows(), Intervals.ONE_SIGMA)
                : Intervals.weighted(passed, total, rows.squares(), Intervals.ONE_SIGMA);
    }
}
