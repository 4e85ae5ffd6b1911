package org.muonframework.stats.random;

import java.util.random.RandomGenerator;

/**
 * The beta distribution, density proportional to x^(a−1) (1−x)^(b−1) between 0 and 1, as the share X/(X + Y) of two
 * gamma variables of shapes a and b. Source: L. Devroye, Non-Uniform Random Variate Generation (1986), section IX.4.1.
 *
 * @param first law of X
 * @param second law of Y
 */
public record BetaLaw(GammaLaw first, GammaLaw second) {

    /**
     * The distribution of these shapes.
     *
     * @param a above 0; the mean is a/(a + b)
     * @param b above 0
     */
    public BetaLaw(double a, double b) {
        this(new GammaLaw(a, 1), new GammaLaw(b, 1));
    }

    /** Draws a value. */
    public double draw(RandomGenerator random) {
        double x = first.draw(random);
        return x / (x + second.draw(random));
    }
}
