package org.muonframework.evaluate.features;

import java.util.Arrays;
import java.util.Optional;
import org.muonframework.stats.Binning;

/** Chooses bins that show where a feature is. */
public final class FeatureAxis {

    /** Integers within such a range get a bin each. */
    private static final int MOST_INTEGERS = 100;

    /** A tail is long if it takes more than this part of the range of the other rows. */
    private static final double LONG = 0.25;

    /** The ends of the tails are looked up among at most so many rows, spread evenly. */
    private static final int MOST_ROWS = 200_000;

    private FeatureAxis() {}

    /**
     * Bins over the whole range, or without long tails; one bin an integer where all values are integers near each other.
     *
     * @param tail part of the rows that a long tail may leave outside, on each side
     * @return empty if no value is finite
     */
    public static Optional<Binning> of(float[] values, int bins, double tail) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean integers = true;
        for (float value : values) {
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                integers &= value == Math.rint(value);
            }
        }
        if (min > max) {
            return Optional.empty();
        }
        if (integers && (double) max - min <= MOST_INTEGERS && Math.abs(min) < 1 << 23) {
            return Optional.of(Binning.uniform(Math.round(max - min) + 1, min - 0.5, max + 0.5));
        }
        if (min == max) {
            double reach = Math.max(1e-6, Math.abs(min) / 2.0);
            return Optional.of(Binning.uniform(bins, min - reach, max + reach));
        }
        float[] some = sorted(values);
        int cut = (int) (tail * (some.length - 1));
        double low = some[cut];
        double high = some[some.length - 1 - cut];
        double from = high > low && low - min > LONG * (high - low) ? low : min;
        double to = high > low && max - high > LONG * (high - low) ? high : max;
        return Optional.of(Binning.uniform(bins, from, to));
    }

    private static float[] sorted(float[] values) {
        int size = Math.min(values.length, MOST_ROWS);
        float[] some = new float[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            float value = values[(int) ((long) i * values.length / size)];
            if (Float.isFinite(value)) {
                some[count++] = value;
            }
        }
        float[] finite = Arrays.copyOf(some, count);
        Arrays.sort(finite);
        return finite;
    }
}
