package org.muonframework.stats.random;

import java.util.random.RandomGenerator;

/**
 * The gamma distribution, density proportional to x^(shape−1) e^(−x/scale), by the rejection of G. Marsaglia and W. W.
 * Tsang, ACM Trans. Math. Softw. 26 (2000) 363.
 *
 * @param shape at least 1; the mean is shape × scale
 * @param scale in the unit of x
 */
public record GammaLaw(double shape, double scale) {

    public GammaLaw {
        if (!(shape >= 1 && scale > 0)) {
            throw new IllegalArgumentException("no gamma distribution of shape " + shape + " and scale " + scale);
        }
    }

    /** Draws a value. */
    public double draw(RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v * scale;
            }
        }
    }
}
