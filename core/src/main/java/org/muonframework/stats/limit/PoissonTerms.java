package org.muonframework.stats.limit;

import org.hipparchus.special.Gamma;

/** Probabilities of the Poisson distribution. */
final class PoissonTerms {

    private PoissonTerms() {}

    /** P(0), …, P(n), from the largest of them by recurrence. */
    static double[] upTo(int n, double mean) {
        double[] terms = new double[n + 1];
        int top = (int) Math.min(n, mean);
        terms[top] = mean == 0 ? 1 : Math.exp(top * Math.log(mean) - mean - Gamma.logGamma(top + 1.0));
        for (int k = top; k > 0; k--) {
            terms[k - 1] = terms[k] * k / mean;
        }
        for (int k = top; k < n; k++) {
            terms[k + 1] = terms[k] * mean / (k + 1);
        }
        return terms;
    }
}
