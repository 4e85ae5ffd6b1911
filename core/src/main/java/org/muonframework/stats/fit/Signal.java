package org.muonframework.stats.fit;

/** The shape of a peak. */
public enum Signal {
    /** A Gaussian; see {@link Gaussian}. */
    GAUSSIAN,
    /** A Breit–Wigner seen with a Gaussian resolution; see {@link Voigt}. */
    BREIT_WIGNER,
    /** A Gaussian with a tail towards low values; see {@link CrystalBall}. */
    CRYSTAL_BALL
}
