package org.muonframework.data;

import java.util.List;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.metric.Part;

/**
 * How events are divided; what training and validation leave is the test part. With no training there is one part.
 *
 * @param by columns that identify an event; empty for the dataset's key columns
 * @param training fraction of the events to fit, above 0
 * @param validation fraction of the events to judge by while training, above 0
 */
public record SplitPlan(List<String> by, double training, double validation) {

    /** All rows stay together, since nothing is trained. */
    public static final SplitPlan UNDIVIDED = new SplitPlan(List.of(), 0, 0);

    /** What {@link EventHash} is asked for. */
    public static final String PURPOSE = "split";

    /** Fractions that add up to 1 within this leave no test part: 0.7 + 0.3 is not quite 1 in binary. */
    private static final double ROUNDING = 1e-9;

    public SplitPlan {
        by = List.copyOf(by);
    }

    /**
     * The columns that identify an event.
     *
     * @param ofDataset the columns of the dataset itself: a column that is derived from keys is none of its own accord
     */
    public List<String> keysOf(Schema ofDataset) {
        return by.isEmpty()
                ? ofDataset.withRole(ColumnRole.KEY).stream()
                        .map(ColumnSpec::name)
                        .toList()
                : by;
    }

    /** Whether all rows stay together. */
    public boolean isUndivided() {
        return training == 0 && validation == 0;
    }

    /** The parts that rows can be in, in order. */
    public List<Part> parts() {
        return isUndivided() ? List.of(Part.WHOLE) : List.of(Part.TRAINING, Part.VALIDATION, Part.TEST);
    }

    /** Whether the fractions are above 0 and together not above 1. */
    public boolean isPossible() {
        return training > 0 && validation > 0 && training + validation <= 1 + ROUNDING;
    }

    /** Whether a test part is left. */
    public boolean hasTest() {
        return training + validation < 1 - ROUNDING;
    }

    /** The fraction of the events that training and validation are together. */
    public double trained() {
        return hasTest() ? training + validation : 1;
    }

    /** The part of an event, from its hash. */
    public Part of(long hash) {
        if (isUndivided()) {
            return Part.WHOLE;
        }
        double uniform = (hash >>> 11) * 0x1p-53;
        if (uniform < training) {
            return Part.TRAINING;
        }
        return uniform < training + validation || !hasTest() ? Part.VALIDATION : Part.TEST;
    }
}
