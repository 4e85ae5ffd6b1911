package org.muonframework.stats.random;

import java.util.random.RandomGenerator;

/**
 * The Laplace distribution around 0, density proportional to e^(−|x|/scale): an exponential of either sign.
 *
 * @param scale in the unit of x; the standard deviation is √2 × scale
 */
public record LaplaceLaw(double scale) {

    public LaplaceLaw {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("no Laplace distribution of scale " + scale);
        }
    }

    /** Draws a value. */
    public double draw(RandomGenerator random) {
        double size = scale * random.nextExponential();
        return random.nextBoolean() ? size : -size;
    }
}
