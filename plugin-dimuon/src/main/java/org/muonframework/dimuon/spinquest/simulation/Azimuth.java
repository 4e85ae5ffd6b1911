package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;

/**
 * An azimuth, drawn without sine and cosine: twice that of a point in the unit disk. Source: J. von Neumann (1951).
 */
final class Azimuth {

    double cos;
    double sin;

    /** Draws another one. */
    void draw(RandomGenerator random) {
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (!(square <= 1 && square > 0));
        cos = (x * x - y * y) / square;
        sin = 2 * x * y / square;
    }
}
