package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.data.EvenSample;
import org.muonframework.data.MissingPolicy;
import org.muonframework.spi.data.ColumnSpec;

/**
 * Values that stand for something else, mostly "there is none". A value is taken for one if it is like a placeholder
 * ({@link Placeholders}), occurs three times or more and in one of ten thousand values at least, and lies beyond all
 * ordinary values by at least the width of their central 90 %. A charge of −1, 0 or 1 is none, nor is a large momentum.
 */
final class Sentinel implements ColumnCheck.Watch {

    private static final int SAMPLED = 4096;
    private static final int FEWEST = 3;
    private static final double RAREST = 1e-4;

    private final ColumnSpec column;
    private final boolean feature;
    private final MissingPolicy missing;
    private final Extremes lowest = new Extremes();
    private final Extremes highest = new Extremes();
    private final EvenSample sample = new EvenSample(SAMPLED);
    private long all;

    Sentinel(ColumnSpec column, boolean feature, MissingPolicy missing) {
        this.column = column;
        this.feature = feature;
        this.missing = missing;
    }

    @Override
    public void look(Values values) {
        double[] numbers = values.numbers();
        all += numbers.length;
        sample.add(numbers);
        double low = lowest.bound();
        double high = -highest.bound();
        for (int i = 0; i < numbers.length; i++) {
            double value = numbers[i];
            if (value <= low || value >= high) {
                if (!Double.isInfinite(value)) {
                    lowest.add(value, values, i);
                    highest.add(-value, values, i);
                }
                low = lowest.bound();
                high = -highest.bound();
            }
        }
    }

    @Override
    public List<Finding> findings() {
        int low = candidates(lowest, 1);
        int high = candidates(highest, -1);
        double from = low == 0 ? Double.NEGATIVE_INFINITY : lowest.value(low - 1);
        double to = high == 0 ? Double.POSITIVE_INFINITY : -highest.value(high - 1);
        double[] ordinary = Arrays.stream(sample.values())
                .filter(value -> value > from && value < to)
                .sorted()
                .toArray();
        if (low + high == 0 || ordinary.length == 0) {
            return List.of();
        }
        double width = ordinary[(int) (0.95 * (ordinary.length - 1))] - ordinary[(int) (0.05 * (ordinary.length - 1))];
        double smallest = low < lowest.size() ? lowest.value(low) : ordinary[0];
        double largest = high < highest.size() ? -highest.value(high) : ordinary[ordinary.length - 1];
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < low; i++) {
            if (smallest - lowest.value(i) >= width) {
                finding(lowest, i, 1, smallest, largest).ifPresent(findings::add);
            }
        }
        for (int i = 0; i < high; i++) {
            if (-highest.value(i) - largest >= width) {
                finding(highest, i, -1, smallest, largest).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** How many of the outermost values may be placeholders. */
    private static int candidates(Extremes extremes, int sign) {
        int count = 0;
        while (count < extremes.size() && Placeholders.isLike(sign * extremes.value(count))) {
            count++;
        }
        return count;
    }

    private Optional<Finding> finding(Extremes extremes, int i, int sign, double smallest, double largest) {
        double value = sign * extremes.value(i);
        long count = extremes.count(i);
        boolean declared = feature && missing.isMissing((float) value);
        if (declared || count < FEWEST || count < RAREST * all) {
            return Optional.empty();
        }
        String written = FindingText.value(value);
        String name = column.name();
        return Optional.of(new Finding(
                "sentinel",
                feature ? Severity.WARNING : Severity.NOTE,
                List.of(name),
                count,
                Optional.of(extremes.first(i)),
                FindingText.share(count, all, "values") + " are " + written + ", far from the others ("
                        + FindingText.value(smallest) + " to " + FindingText.value(largest) + ")",
                feature
                        ? "If it stands for a missing value: dataset { missing { value = " + exact(value)
                                + ", policy = median } }."
                        : "If it stands for a missing value, leave such rows out: dataset.selection = \"" + name
                                + " != " + exact(value) + "\"."));
    }

    private static String exact(double value) {
        return Math.abs(value) < 1e9 ? FindingText.value(value) : String.valueOf(value);
    }
}
