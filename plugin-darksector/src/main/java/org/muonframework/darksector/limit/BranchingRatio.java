package org.muonframework.darksector.limit;

import org.muonframework.physics.Constants;

/**
 * The decays of the Z' of L_μ − L_τ, which couples to muons, taus and their neutrinos with one strength (X.-G. He,
 * G. C. Joshi, H. Lew and R. R. Volkas, Phys. Rev. D 43 (1991) 22). Partial widths in units of that to both neutrinos:
 * 1 for these, (1 + 2r)√(1 − 4r) with r = m²/M² for a charged lepton of mass m.
 */
public final class BranchingRatio {

    private static final double TAU_MASS = 1.77686;

    private BranchingRatio() {}

    /**
     * The part of the decays to μ⁺μ⁻.
     *
     * @param mass of the Z', in GeV
     * @return 0 below the threshold of two muons
     */
    public static double toMuons(double mass) {
        double muons = width(mass, Constants.MUON_MASS);
        return muons / (muons + width(mass, TAU_MASS) + 1);
    }

    private static double width(double mass, double leptonMass) {
        double r = leptonMass * leptonMass / (mass * mass);
        return 4 * r < 1 ? (1 + 2 * r) * Math.sqrt(1 - 4 * r) : 0;
    }
}
