package org.muonframework.report.draw;

/**
 * Where values of an axis lie on the canvas.
 *
 * @param min value at the lower end; above zero if logarithmic
 * @param max value at the upper end, above {@code min}
 * @param logarithmic whether equal ratios have equal lengths
 * @param from place of {@code min} on the canvas
 * @param to place of {@code max} on the canvas
 */
record Scale(double min, double max, boolean logarithmic, double from, double to) {

    /** How many lengths of the axis a place may lie outside of it, so that no coordinate grows out of bounds. */
    private static final double REACH = 2;

    Scale {
        if (!(min < max) || (logarithmic && min <= 0)) {
            throw new IllegalArgumentException("no axis spans " + min + " to " + max);
        }
    }

    /** The place of a value; values that the axis cannot show lie beyond its end. NaN has none. */
    double at(double value) {
        double fraction = logarithmic
                ? (value > 0 ? Math.log(value / min) / Math.log(max / min) : -REACH)
                : (value - min) / (max - min);
        return from + Math.max(-REACH, Math.min(1 + REACH, fraction)) * (to - from);
    }

    /** Whether the value lies on the axis, its ends included. */
    boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** The place from which histograms rise: zero, or the end of the axis nearest to it. */
    double baseline() {
        return logarithmic ? at(0) : at(Math.max(min, Math.min(max, 0)));
    }

    /** The same axis with its upper end so far away that the old span fills one part in {@code 1 + growth}. */
    Scale grown(double growth) {
        double upper = logarithmic ? max * Math.pow(max / min, growth) : max + (max - min) * growth;
        return new Scale(min, upper, logarithmic, from, to);
    }
}
