package org.muonframework.stats.limit;

import org.hipparchus.special.Erf;

/** Tail probabilities of the normal distribution, also where they are too small for a double. */
final class NormalTail {

    /** From here on the first four terms of the asymptotic series are exact to a double. */
    private static final double FAR = 30;

    private NormalTail() {}

    /** P(x &gt; z) of the standard normal distribution. */
    static double above(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** The z of which {@link #above} is p. */
    static double quantile(double p) {
        return Math.sqrt(2) * Erf.erfcInv(2 * p);
    }

    /** above(a)/above(b), without underflow (M. Abramowitz and I. Stegun, 26.2.12). */
    static double ratio(double a, double b) {
        return a < FAR && b < FAR ? above(a) / above(b) : Math.exp(logAbove(a) - logAbove(b));
    }

    private static double logAbove(double z) {
        if (z < FAR) {
            return Math.log(above(z));
        }
        double u = 1 / (z * z);
        return -z * z / 2 - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log1p(-u * (1 - 3 * u * (1 - 5 * u)));
    }
}
