package org.muonframework.stats.limit;

/**
 * CLs and upper limits for one bin from the exact distribution of its count: CLs = P(N ≤ n | s + b)/P(N ≤ n | b).
 *
 * <p>An uncertain background is averaged over a gamma distribution with its mean and standard deviation, which makes
 * the background count negative binomial (R. Cousins and V. Highland, Nucl. Instrum. Meth. A 320 (1992) 331). Expected
 * values are those of the quantiles of the count if there is background alone; no toys are drawn. As
 * P(N ≤ n | s + b) = Σ_j P(j | b)·P(K ≤ n − j | s), CLs is the mean of P(K ≤ n − j | s) over the background counts
 * j ≤ n (G. Zech, Nucl. Instrum. Meth. A 277 (1989) 608), and that is how it is computed. It takes a time in proportion
 * to the count; from some thousand rows on use {@link AsymptoticLimit}.
 */
public final class PoissonLimit {

    private final BackgroundCount background;
    private final int observed;

    private PoissonLimit(BackgroundCount background, int observed) {
        this.background = background;
        this.observed = observed;
    }

    /**
     * A counting experiment.
     *
     * @param background expected number of background rows
     * @param uncertainty its standard uncertainty; 0 for an exact one
     * @param observed number of rows seen
     * @throws IllegalArgumentException if a number is negative or not finite, or a background of 0 has an uncertainty
     */
    public static PoissonLimit of(double background, double uncertainty, int observed) {
        Checks.requireBackground(background, uncertainty);
        Checks.requireExpected("observed", observed);
        double relative = uncertainty > 0 ? uncertainty / background : 0;
        return new PoissonLimit(new BackgroundCount(background, relative * relative), observed);
    }

    /**
     * CLs of a signal.
     *
     * @param signal expected number of signal rows
     * @throws IllegalArgumentException if it is negative
     */
    public ObservedAndExpected cls(double signal) {
        Checks.requireExpected("signal", signal);
        int[] counts = background.quantiles();
        return new ObservedAndExpected(
                cls(signal, background.upTo(observed)),
                Band.of(deviations -> cls(signal, background.upTo(counts[deviations + 2]))));
    }

    /**
     * The expected numbers of signal rows above which all are excluded.
     *
     * @param confidenceLevel such as 0.95
     * @throws IllegalArgumentException unless it lies between 0 and 1
     */
    public ObservedAndExpected upperLimit(double confidenceLevel) {
        Checks.requireLevel(confidenceLevel);
        int[] counts = background.quantiles();
        return new ObservedAndExpected(
                limit(observed, confidenceLevel),
                Band.of(deviations -> limit(counts[deviations + 2], confidenceLevel)));
    }

    private double limit(int count, double confidenceLevel) {
        double[] fractions = background.upTo(count);
        return Crossing.of(signal -> cls(signal, fractions) - (1 - confidenceLevel), 3 + count);
    }

    /** Σ_j f_j P(K ≤ n − j | s) for n + 1 fractions f. */
    private static double cls(double signal, double[] fractions) {
        int n = fractions.length - 1;
        double[] terms = PoissonTerms.upTo(n, signal);
        double cumulative = 0;
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            cumulative += terms[k];
            sum += fractions[n - k] * cumulative;
        }
        return Math.min(1, sum);
    }
}
