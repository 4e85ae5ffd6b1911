package org.muonframework.physics;

/**
 * A beam along +z on nucleons at rest: the parton kinematics of a pair seen in the laboratory.
 *
 * <p>Conventions of the E906/E1039 experiments (e1039-core, {@code SRecDimuon::calcVariables}): parton 1 is in the beam,
 * parton 2 in the target, and both nucleons have the same mass.
 *
 * @param beamEnergy energy of a beam particle in GeV
 * @param nucleonMass mass of a nucleon of beam and target in GeV
 */
public record FixedTarget(double beamEnergy, double nucleonMass) {

    public FixedTarget {
        if (!(nucleonMass > 0 && beamEnergy > nucleonMass)) {
            throw new IllegalArgumentException(
                    "a beam of " + beamEnergy + " GeV on nucleons of " + nucleonMass + " GeV does not collide");
        }
    }

    /** The squared energy in the centre of mass, s = 2 m² + 2 E m, in GeV². */
    public double s() {
        return 2 * nucleonMass * (nucleonMass + beamEnergy);
    }

    /** The velocity of the centre of mass in the laboratory. */
    public double beta() {
        return beamMomentum() / (beamEnergy + nucleonMass);
    }

    /** The momentum fraction of the beam parton, (P_target · p) / (P_target · P). */
    public double x1(double e) {
        return e / (beamEnergy + nucleonMass);
    }

    /** The momentum fraction of the target parton, (P_beam · p) / (P_beam · P). */
    public double x2(double pz, double e) {
        return (beamEnergy * e - beamMomentum() * pz) / (nucleonMass * (nucleonMass + beamEnergy));
    }

    /**
     * Feynman's x: the longitudinal momentum in the centre of mass over its largest value, 2 pz* / (√s (1 − M²/s)).
     *
     * @param mass invariant mass of the pair in GeV
     */
    public double feynmanX(double pz, double e, double mass) {
        double s = s();
        double gamma = (beamEnergy + nucleonMass) / Math.sqrt(s);
        return 2 * gamma * (pz - beta() * e) / (Math.sqrt(s) * (1 - mass * mass / s));
    }

    private double beamMomentum() {
        return Math.sqrt(beamEnergy * beamEnergy - nucleonMass * nucleonMass);
    }
}
