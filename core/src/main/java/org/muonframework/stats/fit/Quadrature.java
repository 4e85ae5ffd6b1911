package org.muonframework.stats.fit;

/** Integrals of smooth densities by the Gauss–Legendre rule of five points. */
final class Quadrature {

    private static final double[] POINTS = {
        -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
    };

    private static final double[] WEIGHTS = {
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
    };

    private Quadrature() {}

    /** The integral over a bin in which the density is nearly a polynomial of order nine. */
    static double integral(LineShape shape, double low, double high) {
        double half = (high - low) / 2;
        double centre = (low + high) / 2;
        double sum = 0;
        for (int k = 0; k < POINTS.length; k++) {
            sum += WEIGHTS[k] * shape.density(centre + POINTS[k] * half);
        }
        return sum * half;
    }
}
