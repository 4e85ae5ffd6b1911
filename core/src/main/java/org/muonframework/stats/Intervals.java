package org.muonframework.stats;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Confidence intervals of efficiencies and of counts. */
public final class Intervals {

    /** The probability within one standard deviation of a normal distribution, 0.6827: the level of all error bars. */
    public static final double ONE_SIGMA = 0.682689492137086;

    /** How far an efficiency may be from 0 or 1 by rounding. */
    private static final double ROUNDING = 1e-12;

    private static final int BISECTIONS = 200;

    private Intervals() {}

    /**
     * The exact central interval of an efficiency (C. Clopper and E. Pearson, Biometrika 26 (1934) 404); it covers at
     * least as often as stated.
     *
     * @param passed number that passed, from 0 to {@code total}; needs not be an integer (effective numbers)
     * @param total number of trials; if not positive there is no interval
     * @param level probability to cover, such as {@link #ONE_SIGMA}
     */
    public static Interval clopperPearson(double passed, double total, double level) {
        requireLevel(level);
        if (!(total > 0) || !(passed >= 0) || passed > total) {
            return Interval.NONE;
        }
        double tail = (1 - level) / 2;
        double failed = total - passed;
        double low = passed == 0 ? 0 : betaQuantile(tail, passed, failed + 1);
        double high = failed == 0 ? 1 : betaQuantile(1 - tail, passed + 1, failed);
        return new Interval(low, high);
    }

    /**
     * The interval of the score test (E. Wilson, JASA 22 (1927) 209): covers as stated on average, always within [0, 1].
     *
     * @param passed number that passed, from 0 to {@code total}
     * @param total number of trials; if not positive there is no interval
     * @param level probability to cover
     */
    public static Interval wilson(double passed, double total, double level) {
        requireLevel(level);
        if (!(total > 0) || !(passed >= 0) || passed > total) {
            return Interval.NONE;
        }
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        double p = passed / total;
        double norm = 1 + z * z / total;
        double centre = (p + z * z / (2 * total)) / norm;
        double half = z / norm * Math.sqrt(p * (1 - p) / total + z * z / (4 * total * total));
        double low = passed == 0 ? 0 : Math.max(0, centre - half);
        double high = passed == total ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }

    /**
     * The interval of a weighted efficiency ε: {@link #clopperPearson} with as many trials as give its variance, n =
     * ε(1 − ε)/V with V = ((1 − ε)²·Σw² of what passed + ε²·Σw² of what failed)/(Σw)², and εn that passed (E. Korn and B.
     * Graubard, Survey Methodology 24 (1998) 193). For equal weights n is the number of rows; where all or nothing passed
     * it is (Σw)²/Σw². None if negative weights drive the efficiency out of [0, 1].
     *
     * @param passed sum of the weights that passed
     * @param passedSquares sum of the squares of the weights that passed
     * @param total sum of all weights
     * @param squares sum of the squares of all weights
     * @param level probability to cover
     */
    public static Interval weighted(double passed, double passedSquares, double total, double squares, double level) {
        double efficiency = passed / total;
        if (!(efficiency >= -ROUNDING && efficiency <= 1 + ROUNDING)) {
            return Interval.NONE;
        }
        double trials = total * total / squares;
        if (efficiency < ROUNDING || efficiency > 1 - ROUNDING) {
            return clopperPearson(Math.rint(efficiency) * trials, trials, level);
        }
        double failed = 1 - efficiency;
        double sum = failed * failed * passedSquares + efficiency * efficiency * Math.max(0, squares - passedSquares);
        double effective = efficiency * failed * total * total / sum;
        return clopperPearson(efficiency * effective, effective, level);
    }

    /**
     * The exact central interval of the mean of a Poisson distributed count (F. Garwood, Biometrika 28 (1936) 437); it
     * covers at least as often as stated.
     *
     * @param count what was counted; needs not be an integer (effective numbers); if negative there is no interval
     * @param level probability to cover
     */
    public static Interval garwood(double count, double level) {
        requireLevel(level);
        if (!(count >= 0) || Double.isInfinite(count)) {
            return Interval.NONE;
        }
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : gammaQuantile(tail, count);
        return new Interval(low, gammaQuantile(1 - tail, count + 1));
    }

    /**
     * The interval of the mean of a sum of weights: {@link #garwood} of the effective count (Σw)²/Σw², in units of
     * Σw²/Σw (G. Bohm and G. Zech, Nucl. Instrum. Meth. A 748 (2014) 1); exact where all weights are equal. None if the
     * sum is not positive, as an empty sum does not say how much one more row would weigh.
     *
     * @param sum Σw
     * @param squares Σw²
     * @param level probability to cover
     */
    public static Interval weightedCount(double sum, double squares, double level) {
        requireLevel(level);
        if (!(sum > 0) || !(squares > 0)) {
            return Interval.NONE;
        }
        double scale = squares / sum;
        Interval count = garwood(sum / scale, level);
        return new Interval(count.low() * scale, count.high() * scale);
    }

    /** The quantile of the beta distribution with real parameters. */
    private static double betaQuantile(double probability, double a, double b) {
        return solve(x -> Beta.regularizedBeta(x, a, b), probability, 1);
    }

    /** The quantile of the gamma distribution of scale 1. */
    private static double gammaQuantile(double probability, double shape) {
        double above = shape + 1;
        while (Gamma.regularizedGammaP(shape, above) < probability) {
            above *= 2;
        }
        return solve(x -> Gamma.regularizedGammaP(shape, x), probability, above);
    }

    /** Where a cumulative distribution between 0 and {@code above} reaches a probability, by bisection. */
    private static double solve(DoubleUnaryOperator cumulative, double probability, double above) {
        double low = 0;
        double high = above;
        for (int i = 0; i < BISECTIONS && high - low > 1e-15 * high; i++) {
            double middle = (low + high) / 2;
            if (cumulative.applyAsDouble(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + level);
        }
    }
}
