package org.muonframework.stats.random;

import java.util.random.RandomGenerator;

/**
 * The gamma distribution, density proportional to x^(shape−1) e^(−x/scale), by the rejection of G. Marsaglia and W. W.
 * Tsang, ACM Trans. Math. Softw. 26 (2000) 363; for shapes below 1 by their section 6: a value of shape + 1, times
 * u^(1/shape).
 *
 * @param shape above 0; the mean is shape × scale
 * @param scale in the unit of x
 */
public record GammaLaw(double shape, double scale) {

    public GammaLaw {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY && scale > 0)) {
            throw new IllegalArgumentException("no gamma distribution of shape " + shape + " and scale " + scale);
        }
    }

    /** Draws a value. */
    public double draw(RandomGenerator random) {
        if (shape >= 1) {
            return scale * standard(shape, random);
        }
        return scale * standard(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }

    /** A value of scale 1. The first comparison implies the second, and saves its logarithms. */
    private static double standard(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0) {
                double u = random.nextDouble();
                double square = normal * normal;
                if (u < 1 - 0.0331 * square * square || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }
}
