package org.muonframework.physics;

/**
 * Masses and widths in GeV.
 *
 * <p>Source: R. L. Workman et al. (Particle Data Group), Prog. Theor. Exp. Phys. 2022, 083C01.
 */
public final class Constants {

    /** Mass of the electron. */
    public static final double ELECTRON_MASS = 0.51099895e-3;

    /** Mass of the muon. */
    public static final double MUON_MASS = 0.1056583755;

    /** Mass of the charged pion. */
    public static final double PION_MASS = 0.13957039;

    /** Mass of the charged kaon. */
    public static final double KAON_MASS = 0.493677;

    /** Mass of the proton. */
    public static final double PROTON_MASS = 0.93827208816;

    /** Mass of the J/ψ. */
    public static final double J_PSI_MASS = 3.0969;

    /** Width of the J/ψ. */
    public static final double J_PSI_WIDTH = 92.6e-6;

    /** Mass of the ψ(2S). */
    public static final double PSI_2S_MASS = 3.6861;

    /** Mass of the Υ(1S). */
    public static final double UPSILON_1S_MASS = 9.4603;

    /** Width of the Υ(1S). */
    public static final double UPSILON_1S_WIDTH = 54.02e-6;

    /** Mass of the Z. */
    public static final double Z_MASS = 91.1876;

    /** Width of the Z. */
    public static final double Z_WIDTH = 2.4952;

    private Constants() {}
}
