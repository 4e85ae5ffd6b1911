package org.muonframework.data;

import java.util.Locale;

/**
 * How many values of a feature were set to the limits.
 *
 * @param feature name of the feature
 * @param clip the limits
 * @param below number of values that were below
 * @param above number of values that were above
 * @param rows number of rows looked at
 */
public record ClipCount(String feature, Clip clip, long below, long above, long rows) {

    /** Where more of a feature's values lie beyond the limits, the reader of the results must know. */
    private static final double MANY = 0.01;

    /** Whether so many were clipped that the limits may be wrong. */
    public boolean isMany() {
        return below + above > MANY * rows;
    }

    /** {@code 'd0': 12 of 1,000 values (1.2 %) set to the limits -50 and 50, 12 from below and 0 from above}. */
    public String text() {
        double percent = 100.0 * (below + above) / rows;
        return String.format(
                Locale.ROOT,
                "'%s': %,d of %,d values (%s %%) set to the limits %s and %s, %,d from below and %,d from above",
                feature,
                below + above,
                rows,
                percent < 1 ? String.format(Locale.ROOT, "%.2g", percent) : String.format(Locale.ROOT, "%.1f", percent),
                number(clip.low()),
                number(clip.high()),
                below,
                above);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
