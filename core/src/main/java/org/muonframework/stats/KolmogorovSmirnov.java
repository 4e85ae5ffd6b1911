package org.muonframework.stats;

/**
 * Compares two weighted distributions by the largest distance of their cumulative distributions.
 *
 * @param distance the largest distance; NaN if a sum of weights is not positive
 * @param pValue the probability of a larger distance if both come from one distribution; NaN with the distance
 */
public record KolmogorovSmirnov(double distance, double pValue) {

    /**
     * Compares. The p-value is asymptotic, with n = n₁n₂/(n₁ + n₂) of the effective numbers of rows and λ = (√n + 0.12
     * + 0.11/√n)·distance (M. Stephens, J. R. Stat. Soc. B 32 (1970) 115). Equal values are stepped over together, so
     * that it is also right, if conservative, for discrete distributions.
     *
     * @throws IllegalArgumentException if a value is NaN
     */
    public static KolmogorovSmirnov of(double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
        Moments one = Moments.of(first, firstWeights);
        Moments two = Moments.of(second, secondWeights);
        if (!(one.sum() > 0) || !(two.sum() > 0)) {
            return new KolmogorovSmirnov(Double.NaN, Double.NaN);
        }
        double distance = distance(first, firstWeights, one.sum(), second, secondWeights, two.sum());
        double n = one.effectiveNumber() * two.effectiveNumber() / (one.effectiveNumber() + two.effectiveNumber());
        double root = Math.sqrt(n);
        return new KolmogorovSmirnov(distance, survival((root + 0.12 + 0.11 / root) * distance));
    }

    private static double distance(double[] a, double[] wa, double sumA, double[] b, double[] wb, double sumB) {
        int[] orderA = Ranking.ascending(a);
        int[] orderB = Ranking.ascending(b);
        if (Double.isNaN(a[orderA[a.length - 1]]) || Double.isNaN(b[orderB[b.length - 1]])) {
            throw new IllegalArgumentException("values to compare are numbers, and one is not");
        }
        double cumulativeA = 0;
        double cumulativeB = 0;
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[orderA[i]], b[orderB[j]]);
            for (; i < a.length && a[orderA[i]] <= at; i++) {
                cumulativeA += wa[orderA[i]];
            }
            for (; j < b.length && b[orderB[j]] <= at; j++) {
                cumulativeB += wb[orderB[j]];
            }
            largest = Math.max(largest, Math.abs(cumulativeA / sumA - cumulativeB / sumB));
        }
        return largest;
    }

    /** The probability that Kolmogorov's limit exceeds λ: 2Σ(−1)^{k−1} e^{−2k²λ²}, for small λ by its theta function. */
    private static double survival(double lambda) {
        if (lambda < 1e-3) {
            return 1;
        }
        double sum = 0;
        if (lambda < 1.18) {
            for (int k = 1; k <= 7; k += 2) {
                sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * lambda * lambda));
            }
            return 1 - Math.sqrt(2 * Math.PI) / lambda * sum;
        }
        for (int k = 1; k <= 6; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.max(0, Math.min(1, sum));
    }
}
