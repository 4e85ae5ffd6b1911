package org.muonframework.stats;

/**
 * How much less likely a count is than under the expectation that fits it best: 2(λ − n + n ln(n/λ)), which is
 * −2 ln(L(λ)/L(n)) (S. Baker and R. Cousins, Nucl. Instrum. Meth. 221 (1984) 437). Summed over bins it is minimal where
 * the likelihood is maximal, and for large counts it is distributed like χ².
 */
public final class PoissonDeviance {

    /** Relative distances below which the difference of nearly equal numbers is taken from its series. */
    private static final double NEAR = 0.02;

    private static final int TERMS = 9;

    private PoissonDeviance() {}

    /**
     * The deviance of one count.
     *
     * @param count n, from 0 on; needs not be an integer
     * @param expected λ, above 0 unless the count is 0
     */
    public static double of(double count, double expected) {
        if (count == 0) {
            return 2 * expected;
        }
        double x = (expected - count) / count;
        return 2 * count * (Math.abs(x) < NEAR ? series(x) : x - Math.log1p(x));
    }

    /** x − ln(1 + x) = x²/2 − x³/3 + x⁴/4 − … */
    private static double series(double x) {
        double sum = 0;
        for (int k = TERMS; k >= 2; k--) {
            sum = 1.0 / k - x * sum;
        }
        return x * x * sum;
    }
}
