package org.muonframework.evaluate.closure;

import java.util.Locale;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/** What reweighting did to the weights of one class in one part. */
final class WeightValues {

    /** Below this part of the effective number before, the loss is worth a sentence. */
    private static final double SMALL_PART = 0.5;

    /** Above this part of the weight, what is not reweighted as wanted is worth a sentence. */
    private static final double LARGE_PART = 0.05;

    private final ReweightedRows rows;
    private final int label;
    private final String name;
    private final Findings findings;

    WeightValues(ReweightedRows rows, int label, String name, Findings findings) {
        this.rows = rows;
        this.label = label;
        this.name = name;
        this.findings = findings;
    }

    /**
     * Adds the values: effective numbers and the largest weight; of a class that was changed also how far.
     *
     * @return the same in a few words
     */
    String add(boolean changed) {
        double before = effective(rows.before());
        double after = effective(rows.after());
        add("effective-sample-size", after);
        add("effective-sample-size-before", before);
        add("largest-weight", largestWeight());
        if (!changed) {
            return text("%s %,.0f as before", name, after);
        }
        double factor = largestFactor();
        add("largest-factor", factor);
        double outside = fraction(rows.outside());
        double capped = fraction(rows.capped());
        add("fraction-outside-support", outside);
        add("fraction-capped", capped);
        if (rows.part() == Part.TRAINING && after < SMALL_PART * before) {
            findings.warn(text(
                    "the effective number of rows of class '%s' in the training part falls from %,.0f to %,.0f:"
                            + " training then rests on few rows. Wider bins or a lower 'cap' help.",
                    name, before, after));
        }
        if (outside > LARGE_PART) {
            findings.warn(text(
                    "%.1f %% of the weight of class '%s' in the %s part is beyond the edges or in bins without rows to"
                            + " follow, and keeps its weight",
                    100 * outside, name, rows.part().label()));
        }
        if (capped > LARGE_PART) {
            findings.warn(text(
                    "the factor of %.1f %% of the weight of class '%s' in the %s part is cut off by 'cap': its"
                            + " distribution does not become what it was to be",
                    100 * capped, name, rows.part().label()));
        }
        return text(
                "%s %,.0f, before %,.0f (largest factor %.3g; of the weight %.2g %% capped and %.2g %% outside the"
                        + " support)",
                name, after, before, factor, 100 * capped, 100 * outside);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private void add(String value, double number) {
        MetricValue found = MetricValue.of(value, rows.part(), number).with("class", name);
        if (Double.isNaN(number)) {
            findings.addMissing(found, "class '" + name + "' has no weight there");
        } else {
            findings.add(found);
        }
    }

    /** (Σw)²/Σw². */
    private double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < weights.length; row++) {
            if (rows.labels()[row] == label) {
                sum += weights[row];
                squares += weights[row] * weights[row];
            }
        }
        return squares > 0 ? sum * sum / squares : Double.NaN;
    }

    private double largestWeight() {
        double largest = Double.NaN;
        for (int row = 0; row < rows.labels().length; row++) {
            if (rows.labels()[row] == label && !(rows.after()[row] <= largest)) {
                largest = rows.after()[row];
            }
        }
        return largest;
    }

    private double largestFactor() {
        double largest = Double.NaN;
        for (int row = 0; row < rows.labels().length; row++) {
            double factor = rows.after()[row] / rows.before()[row];
            if (rows.labels()[row] == label && rows.before()[row] != 0 && !(factor <= largest)) {
                largest = factor;
            }
        }
        return largest;
    }

    /** Σ|w| of the rows marked as a part of the Σ|w| of all, with the weights before. */
    private double fraction(boolean[] marked) {
        double some = 0;
        double all = 0;
        for (int row = 0; row < marked.length; row++) {
            if (rows.labels()[row] == label) {
                double weight = Math.abs(rows.before()[row]);
                all += weight;
                some += marked[row] ? weight : 0;
            }
        }
        return all > 0 ? some / all : Double.NaN;
    }
}
