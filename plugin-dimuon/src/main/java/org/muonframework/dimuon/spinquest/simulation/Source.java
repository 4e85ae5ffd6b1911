package org.muonframework.dimuon.spinquest.simulation;

/** How a pair was made. */
enum Source {
    /** With evenly spread mass and xF. */
    FLAT(2.8, true),
    /** By annihilation of a quark and an antiquark. */
    DRELL_YAN(2.8, true),
    /** In the decay of a J/ψ. */
    J_PSI(3.0, false),
    /** In the decay of a ψ(2S). */
    PSI_2S(3.0, false);

    private final double hardness;
    private final boolean polarised;

    Source(double hardness, boolean polarised) {
        this.hardness = hardness;
        this.polarised = polarised;
    }

    /** The scale p₀ of the transverse momentum in GeV: the share above pT is (1 + (pT/p₀)²)⁻⁵. */
    double hardness() {
        return hardness;
    }

    /** Whether the muons follow 1 + cos²θ in the Collins–Soper frame, or are isotropic. */
    boolean polarised() {
        return polarised;
    }
}
