package org.muonframework.calorimeter.simulation;

/**
 * The path of a muon that enters along z, in a magnetic field along y: a parabola in x, for it is straight within 13 mm.
 *
 * @param impactX where it enters, in cm
 * @param y in cm
 * @param curvature 1/(2R) of the radius R in cm, with the sign of the charge
 */
public record Track(double impactX, double y, double curvature) {

    /**
     * The track of a muon.
     *
     * @param energy in GeV
     * @param charge 1 or −1
     * @param field in T
     */
    public static Track of(double impactX, double y, double energy, int charge, double field) {
        return new Track(impactX, y, charge * 0.3 * field / (200 * energy));
    }

    /** Where it is across the field, in cm, at a depth in cm. */
    public double x(double z) {
        return impactX + curvature * z * z;
    }
}
