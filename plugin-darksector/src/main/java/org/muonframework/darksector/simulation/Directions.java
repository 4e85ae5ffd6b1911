package org.muonframework.darksector.simulation;

/** Unit vectors in the momenta of an event. */
final class Directions {

    private Directions() {}

    /** Makes the momentum of particle {@code i} the unit vector of these polar angles. */
    static void polar(Event event, int i, double cosTheta, double phi) {
        double sinTheta = Math.sqrt(1 - cosTheta * cosTheta);
        event.px[i] = sinTheta * Math.cos(phi);
        event.py[i] = sinTheta * Math.sin(phi);
        event.pz[i] = cosTheta;
    }

    /** Makes the momentum of particle {@code i} the unit vector at an angle and an azimuth around that of {@code axis}. */
    static void around(Event event, int axis, int i, double cosine, double phi) {
        double x = event.px[axis];
        double y = event.py[axis];
        double z = event.pz[axis];
        double sine = Math.sqrt(1 - cosine * cosine);
        across(event, i, x, y, z, sine * Math.cos(phi), sine * Math.sin(phi));
        event.px[i] += cosine * x;
        event.py[i] += cosine * y;
        event.pz[i] += cosine * z;
    }

    /**
     * Makes the momentum of particle {@code i} a vector perpendicular to the unit vector (x, y, z), with the components u
     * and v. Source of the axes: T. Duff et al., J. Computer Graphics Techniques 6 (2017) 1.
     */
    static void across(Event event, int i, double x, double y, double z, double u, double v) {
        double sign = Math.copySign(1, z);
        double a = -1 / (sign + z);
        double b = x * y * a;
        event.px[i] = u * (1 + sign * x * x * a) + v * b;
        event.py[i] = u * sign * b + v * (sign + y * y * a);
        event.pz[i] = -u * sign * x - v * y;
    }
}
