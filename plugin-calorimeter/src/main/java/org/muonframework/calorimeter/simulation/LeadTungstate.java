package org.muonframework.calorimeter.simulation;

/**
 * PbWO₄, of which the calorimeter consists. Source: Particle Data Group, Atomic and Nuclear Properties of Materials.
 */
final class LeadTungstate {

    /** In g/cm³. */
    static final double DENSITY = 8.30;

    /** In cm. */
    static final double RADIATION_LENGTH = 0.8904;

    /** In cm. */
    static final double MOLIERE_RADIUS = 1.959;

    /** Energy at which an electron loses as much by radiation as by ionisation, in GeV. */
    static final double CRITICAL_ENERGY = 9.64e-3;

    /** Atomic number that stands for all three elements in a shower. */
    static final double ATOMIC_NUMBER = 68.36;

    /** Mean ratio of atomic number and mass number. */
    static final double CHARGE_PER_MASS = 0.41305;

    /** Mean excitation energy in GeV. */
    static final double EXCITATION = 600.7e-9;

    private LeadTungstate() {}

    /**
     * The density effect, which takes δ/2 off the ionisation.
     *
     * @param momentum βγ of the particle
     * @return δ
     */
    static double densityEffect(double momentum) {
        double x = Math.log10(momentum);
        if (x < 0.4068) {
            return 0;
        }
        double rest = 3.0023 - x;
        return 2 * Math.log(10) * x - 5.8528 + (rest > 0 ? 0.2276 * rest * rest * rest : 0);
    }
}
