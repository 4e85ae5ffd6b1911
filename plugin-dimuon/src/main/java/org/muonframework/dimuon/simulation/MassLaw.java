package org.muonframework.dimuon.simulation;

import java.util.random.RandomGenerator;

/** The distribution of the mass of the object that decays, in GeV, within limits. */
interface MassLaw {

    /** One mass. */
    double draw(RandomGenerator random);

    /**
     * The non-relativistic Breit–Wigner (Cauchy) distribution, cut off at the limits, by the inverse of its integral.
     *
     * @param mass position of the peak in GeV
     * @param width full width at half maximum in GeV
     */
    static MassLaw breitWigner(double mass, double width, double min, double max) {
        double low = Math.atan((min - mass) * 2 / width);
        double high = Math.atan((max - mass) * 2 / width);
        return random -> mass + width / 2 * Math.tan(low + random.nextDouble() * (high - low));
    }

    /**
     * The density M^(−exponent) between the limits, by the inverse of its integral.
     *
     * @param exponent larger than 1
     */
    static MassLaw powerLaw(double exponent, double min, double max) {
        double low = Math.pow(min, 1 - exponent);
        double high = Math.pow(max, 1 - exponent);
        return random -> Math.pow(low + random.nextDouble() * (high - low), 1 / (1 - exponent));
    }
}
