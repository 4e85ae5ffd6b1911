package org.muonframework.dimuon.spinquest;

import org.muonframework.physics.Kinematics;

/**
 * Momentum, energy and mass of a pair, and what the experiment derives from them (e1039-core, {@code
 * SRecDimuon::calcVariables}).
 *
 * @param px momentum along x in GeV
 * @param py momentum along y in GeV
 * @param pz momentum along z in GeV
 * @param e energy in GeV
 * @param mass invariant mass in GeV; NaN where there is none
 */
public record PairKinematics(double px, double py, double pz, double e, double mass) {

    /** The pair of this momentum and energy. */
    public static PairKinematics ofEnergy(double px, double py, double pz, double e) {
        return new PairKinematics(px, py, pz, e, Kinematics.mass(px, py, pz, e));
    }

    /** The pair of this momentum and mass, as a network predicts them: E² = p² + M². */
    public static PairKinematics ofMass(double px, double py, double pz, double mass) {
        return new PairKinematics(px, py, pz, Math.sqrt(px * px + py * py + pz * pz + mass * mass), mass);
    }

    /** Transverse momentum in GeV. */
    public double pt() {
        return Math.sqrt(px * px + py * py);
    }

    /** The momentum fraction of the parton in the beam. */
    public double x1() {
        return Spectrometer.BEAM.x1(e);
    }

    /** The momentum fraction of the parton in the target. */
    public double x2() {
        return Spectrometer.BEAM.x2(pz, e);
    }

    /** Feynman's x. */
    public double feynmanX() {
        return Spectrometer.BEAM.feynmanX(pz, e, mass);
    }

    /**
     * The azimuth of μ⁺ in the Collins–Soper frame, (−π, π]: that of the vector (M (p₊² − p₋²), 2 √(M² + pT²) (x₋ y₊ −
     * x₊ y₋)) of transverse momenta.
     */
    public double collinsSoperPhi(double pxPlus, double pyPlus, double pxMinus, double pyMinus) {
        double along = pxPlus * pxPlus + pyPlus * pyPlus - pxMinus * pxMinus - pyMinus * pyMinus;
        double across = pxMinus * pyPlus - pxPlus * pyMinus;
        return Math.atan2(2 * Math.hypot(mass, pt()) * across, mass * along);
    }
}
