package org.muonframework.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Quantiles of weighted values, sorted once. The quantile of q is the smallest value at which the cumulative weight
 * reaches q·Σw, or the mean of it and the next one where it is reached exactly, so that an integer weight w counts as w
 * copies. With negative weights it is a value at which the cumulative weight crosses q·Σw. NaN if Σw is not positive.
 */
public final class Quantiles {

    /** Probabilities between which the central 68 % of a distribution lie: Φ(−1) and Φ(1). */
    private static final double LOW = 0.15865525393145707;

    private static final double HIGH = 0.8413447460685429;

    /** Part of Σw that is taken as rounding. */
    private static final double ROUNDING = 1e-12;

    private static final int REPLICAS = 100;

    private static final int MOST_ROWS = 200_000;

    private final double[] values;
    private final double[] weights;
    private final double[] cumulative;

    private Quantiles(double[] values, double[] weights, double[] cumulative) {
        this.values = values;
        this.weights = weights;
        this.cumulative = cumulative;
    }

    /** The median of unweighted values, of an even number the mean of the two in the middle; NaN if there is none. */
    public static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Sorts; values are not NaN. Rows of weight 0 have no influence. */
    public static Quantiles of(double[] values, double[] weights) {
        int[] order = Ranking.ascending(values);
        double[] sorted = new double[order.length];
        double[] sortedWeights = new double[order.length];
        double[] cumulative = new double[order.length];
        double sum = 0;
        int kept = 0;
        for (int row : order) {
            if (weights[row] != 0) {
                sum += weights[row];
                sorted[kept] = values[row];
                sortedWeights[kept] = weights[row];
                cumulative[kept++] = sum;
            }
        }
        return new Quantiles(
                Arrays.copyOf(sorted, kept), Arrays.copyOf(sortedWeights, kept), Arrays.copyOf(cumulative, kept));
    }

    /** The quantile of a probability between 0 and 1. */
    public double at(double probability) {
        int n = values.length;
        double total = n == 0 ? 0 : cumulative[n - 1];
        if (!(total > 0)) {
            return Double.NaN;
        }
        double target = probability * total;
        double rounding = ROUNDING * total;
        int first = firstReaching(target - rounding);
        if (cumulative[first] > target + rounding) {
            return values[first];
        }
        int next = firstReaching(target + rounding);
        return (values[first] + values[next]) / 2;
    }

    private int firstReaching(double level) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The quantile of ½. */
    public double median() {
        return at(0.5);
    }

    /** Half of the width that the central 68.27 % of the weight take: ½(q(0.8413) − q(0.1587)); σ for a Gaussian. */
    public double halfWidth68() {
        return (at(HIGH) - at(LOW)) / 2;
    }

    /**
     * Standard error of anything made from these quantiles, from 100 bootstrap samples in which each row appears a
     * Poisson(1) distributed number of times (B. Efron, Ann. Stat. 7 (1979) 1). Of more than {@value #MOST_ROWS} rows
     * about that many, evenly spread in order, are drawn from, and the error is scaled by the root of the ratio of the
     * effective numbers.
     *
     * @param statistic such as {@code Quantiles::halfWidth68}
     * @param seed the samples are always the same for the same seed
     * @return the standard deviation over the samples, of few rows over those that are not empty; NaN for less than two
     *     rows, or if in fewer than half of the samples the statistic exists
     */
    public double error(ToDoubleFunction<Quantiles> statistic, long seed) {
        if (values.length < 2) {
            return Double.NaN;
        }
        Quantiles sample = thinned();
        double[] results = new double[REPLICAS];
        int found = 0;
        SplittableRandom random = new SplittableRandom(seed);
        for (int r = 0; r < REPLICAS; r++) {
            sample.draw(random);
            double result = statistic.applyAsDouble(sample);
            if (!Double.isNaN(result)) {
                results[found++] = result;
            }
        }
        if (found < REPLICAS / 2) {
            return Double.NaN;
        }
        double[] ones = new double[found];
        Arrays.fill(ones, 1);
        double scale = Math.sqrt(sample.effectiveNumber() / effectiveNumber());
        return scale * Moments.of(Arrays.copyOf(results, found), ones).deviation() * Math.sqrt(found / (found - 1.0));
    }

    /** Every so many-th row, such that they are few enough; without cumulative weights. */
    private Quantiles thinned() {
        int step = 1 + (values.length - 1) / MOST_ROWS;
        int size = (values.length + step - 1) / step;
        double[] some = new double[size];
        double[] someWeights = new double[size];
        for (int i = 0; i < size; i++) {
            int row = Math.min(values.length - 1, i * step + step / 2);
            some[i] = values[row];
            someWeights[i] = weights[row];
        }
        return new Quantiles(some, someWeights, new double[size]);
    }

    private double effectiveNumber() {
        return Moments.of(values, weights).effectiveNumber();
    }

    private void draw(SplittableRandom random) {
        double sum = 0;
        long bits = 0;
        for (int i = 0; i < weights.length; i++) {
            if ((i & 3) == 0) {
                bits = random.nextLong();
            }
            sum += PoissonTable.count(bits) * weights[i];
            cumulative[i] = sum;
            bits >>>= 16;
        }
    }
}
