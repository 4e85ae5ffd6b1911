package org.muonframework.darksector.simulation;

import org.muonframework.physics.Constants;

/** Factors that cross sections share. */
final class CrossSections {

    /** (ħc)² in fb GeV². */
    static final double HBARC_SQUARED = 0.3893793721e12;

    /** σ₀ = 4πα²/3s of e⁺e⁻ → μ⁺μ⁻ in fb. */
    static final double MUON_PAIRS =
            4 * Math.PI * InitialState.ALPHA * InitialState.ALPHA / (3 * InitialState.S) * HBARC_SQUARED;

    private CrossSections() {}

    /** (α/3π) V(m): the density of γ* → μμ in ln m², V = (1 + 2m_μ²/m²) √(1 − 4m_μ²/m²). */
    static double conversion(double mass) {
        double r = 4 * Constants.MUON_MASS * Constants.MUON_MASS / (mass * mass);
        return InitialState.ALPHA / (3 * Math.PI) * (1 + r / 2) * Math.sqrt(Math.max(0, 1 - r));
    }
}
