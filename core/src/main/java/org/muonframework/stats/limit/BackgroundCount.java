package org.muonframework.stats.limit;

/**
 * The number of background rows in one bin: negative binomial with P(j + 1)/P(j) = b(1 + jv)/((j + 1)(1 + bv)), which
 * for v = 0 is the Poisson distribution.
 *
 * @param mean b
 * @param variance v, the square of the relative uncertainty of b
 */
record BackgroundCount(double mean, double variance) {

    /** P(j)/P(≤ n) for j from 0 to n. */
    double[] upTo(int n) {
        double[] fractions = new double[n + 1];
        int top = (int) Math.min(n, Math.max(0, mean * (1 - variance)));
        fractions[top] = 1;
        double sum = 1;
        for (int j = top; j > 0; j--) {
            fractions[j - 1] = fractions[j] / step(j - 1);
            sum += fractions[j - 1];
        }
        for (int j = top; j < n; j++) {
            fractions[j + 1] = fractions[j] * step(j);
            sum += fractions[j + 1];
        }
        for (int j = 0; j <= n; j++) {
            fractions[j] /= sum;
        }
        return fractions;
    }

    /** The smallest counts not exceeded with the probabilities that a Gaussian has below −2, −1, 0, 1, 2 deviations. */
    int[] quantiles() {
        int[] counts = new int[5];
        double logarithm = variance > 0 ? -Math.log1p(mean * variance) / variance : -mean;
        double sum = Math.exp(logarithm);
        int j = 0;
        for (int k = 0; k < counts.length; k++) {
            double probability = NormalTail.above(2 - k);
            while (sum < probability) {
                logarithm += Math.log(step(j));
                sum += Math.exp(logarithm);
                j++;
            }
            counts[k] = j;
        }
        return counts;
    }

    private double step(int j) {
        return mean * (1 + j * variance) / ((j + 1) * (1 + mean * variance));
    }
}
