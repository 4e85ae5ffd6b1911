package org.muonframework.dimuon.collider;

import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;

/**
 * A muon or an electron of an event.
 *
 * @param electron whether it is an electron
 * @param charge its charge; its sign alone counts
 * @param pt transverse momentum in GeV
 * @param eta pseudorapidity
 * @param phi azimuth in rad
 */
record Lepton(boolean electron, double charge, double pt, double eta, double phi) {

    /** A lepton of this momentum in GeV. */
    static Lepton ofMomentum(boolean electron, double charge, double px, double py, double pz) {
        return new Lepton(
                electron, charge, Math.hypot(px, py), Kinematics.pseudorapidity(px, py, pz), Math.atan2(py, px));
    }

    /** Whether it can be drawn: finite numbers, some transverse momentum, and a charge. */
    boolean drawable() {
        return Double.isFinite(pt + eta + phi) && pt > 0 && charge != 0 && Double.isFinite(charge);
    }

    /** What it is called: {@code μ⁺}. */
    String symbol() {
        return (electron ? "e" : "μ") + (charge > 0 ? "⁺" : "⁻");
    }

    double px() {
        return pt * Math.cos(phi);
    }

    double py() {
        return pt * Math.sin(phi);
    }

    double pz() {
        return pt * Math.sinh(eta);
    }

    double energy() {
        double mass = electron ? Constants.ELECTRON_MASS : Constants.MUON_MASS;
        return Math.sqrt(pt * pt + pz() * pz() + mass * mass);
    }
}
