package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;

/** Unit vectors in the momenta of an event. */
final class Directions {

    private Directions() {}

    /**
     * Draws an azimuth without sine and cosine: twice that of a point in the unit disk. Source: J. von Neumann (1951).
     */
    private static void azimuth(Event event, RandomGenerator random) {
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (!(square <= 1 && square > 0));
        event.cosPhi = (x * x - y * y) / square;
        event.sinPhi = 2 * x * y / square;
    }

    /** Makes the momentum of particle {@code i} the unit vector of this polar angle, at any azimuth. */
    static void polar(Event event, int i, double cosTheta, RandomGenerator random) {
        azimuth(event, random);
        double sinTheta = Math.sqrt(1 - cosTheta * cosTheta);
        event.px[i] = sinTheta * event.cosPhi;
        event.py[i] = sinTheta * event.sinPhi;
        event.pz[i] = cosTheta;
    }

    /** Makes the momentum of particle {@code i} the unit vector at an angle to that of {@code axis}, at any azimuth. */
    static void around(Event event, int axis, int i, double cosine, RandomGenerator random) {
        double x = event.px[axis];
        double y = event.py[axis];
        double z = event.pz[axis];
        across(event, i, x, y, z, Math.sqrt(1 - cosine * cosine), random);
        event.px[i] += cosine * x;
        event.py[i] += cosine * y;
        event.pz[i] += cosine * z;
    }

    /**
     * Makes the momentum of particle {@code i} a vector of this length perpendicular to the unit vector (x, y, z), at
     * any azimuth. Source of the axes: T. Duff et al., J. Computer Graphics Techniques 6 (2017) 1.
     */
    static void across(Event event, int i, double x, double y, double z, double length, RandomGenerator random) {
        azimuth(event, random);
        double u = length * event.cosPhi;
        double v = length * event.sinPhi;
        double sign = Math.copySign(1, z);
        double a = -1 / (sign + z);
        double b = x * y * a;
        event.px[i] = u * (1 + sign * x * x * a) + v * b;
        event.py[i] = u * sign * b + v * (sign + y * y * a);
        event.pz[i] = -u * sign * x - v * y;
    }
}
