package org.muonframework.stats.limit;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * CLs and upper limits for any number of independent bins, from the asymptotic distributions of the test statistic
 * q̃_µ (G. Cowan, K. Cranmer, E. Gross and O. Vitells, Eur. Phys. J. C 71 (2011) 1554, eqs. 16, 62–66, 87–89).
 *
 * <p>The background of each bin is constrained by an auxiliary Poisson measurement of (b/σ)² and profiled. Expected
 * values rest on the background-only Asimov data at the background that fits the observed data best. Good from about
 * five expected rows on; for less see {@link PoissonLimit}.
 */
public final class AsymptoticLimit {

    private final ProfiledCounts data;
    private final ProfiledCounts asimov;
    private final double best;
    private final double smallestDeviance;
    private final double asimovDeviance;
    private final double guess;

    private AsymptoticLimit(ProfiledCounts data, double guess) {
        this.data = data;
        this.guess = guess;
        asimov = data.asimov();
        best = data.bestStrength();
        smallestDeviance = data.deviance(best);
        asimovDeviance = asimov.deviance(0);
    }

    /**
     * Fits the data once.
     *
     * @throws IllegalArgumentException if there is no bin, or rows are observed where neither signal nor background is
     *     expected
     */
    public static AsymptoticLimit of(List<CountingBin> bins) {
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("a counting experiment has one bin or more");
        }
        int n = bins.size();
        double[][] numbers = new double[5][n];
        double signal = 0;
        double background = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            CountingBin bin = bins.get(i);
            if (bin.observed() > 0 && bin.signal() == 0 && bin.background() == 0) {
                throw new IllegalArgumentException("bin " + i + " has " + bin.observed()
                        + " rows observed, but neither signal nor background is expected there");
            }
            double ratio = bin.background() / bin.uncertainty();
            numbers[0][i] = bin.signal();
            numbers[1][i] = bin.background();
            numbers[2][i] = bin.uncertainty() > 0 ? ratio * ratio : Double.POSITIVE_INFINITY;
            numbers[3][i] = bin.observed();
            numbers[4][i] = numbers[2][i];
            signal += bin.signal();
            background += bin.background();
            variance += bin.observed() + bin.uncertainty() * bin.uncertainty();
        }
        double guess = (3 + 2 * Math.sqrt(background + variance)) / signal;
        return new AsymptoticLimit(
                new ProfiledCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]), guess);
    }

    /** The signal strength µ̂ ≥ 0 that fits the data best. */
    public double bestStrength() {
        return best;
    }

    /**
     * CLs of a signal strength.
     *
     * @throws IllegalArgumentException if the strength is negative
     */
    public ObservedAndExpected cls(double strength) {
        Checks.requireExpected("signal strength", strength);
        return new ObservedAndExpected(
                observed(strength), Band.of(deviations -> expected(asimovRoot(strength), deviations)));
    }

    /**
     * The signal strengths above which all are excluded; infinite if no signal is expected.
     *
     * @param confidenceLevel such as 0.95
     * @throws IllegalArgumentException unless it lies between 0 and 1
     */
    public ObservedAndExpected upperLimit(double confidenceLevel) {
        Checks.requireLevel(confidenceLevel);
        return new ObservedAndExpected(
                limit(this::observed, confidenceLevel),
                Band.of(deviations -> limit(strength -> expected(asimovRoot(strength), deviations), confidenceLevel)));
    }

    private double limit(DoubleUnaryOperator cls, double confidenceLevel) {
        if (Double.isInfinite(guess)) {
            return guess;
        }
        return Crossing.of(strength -> cls.applyAsDouble(strength) - (1 - confidenceLevel), guess);
    }

    private double observed(double strength) {
        double root = asimovRoot(strength);
        double q = strength > best ? Math.max(0, data.deviance(strength) - smallestDeviance) : 0;
        if (root == 0) {
            return 1;
        }
        double z = q <= root * root ? Math.sqrt(q) - root : (q - root * root) / (2 * root);
        return NormalTail.ratio(z + root, z);
    }

    private static double expected(double root, int deviations) {
        return NormalTail.ratio(root - deviations, -deviations);
    }

    /** √q̃_µ of the Asimov data. */
    private double asimovRoot(double strength) {
        return Math.sqrt(Math.max(0, asimov.deviance(strength) - asimovDeviance));
    }
}
