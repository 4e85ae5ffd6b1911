package org.muonframework.dimuon.spinquest;

import org.muonframework.physics.Constants;
import org.muonframework.physics.FixedTarget;

/**
 * Beam and spectrometer: the iron magnet FMAG from z = 0, station 1, the magnet KMAG, station 3. Both magnets bend in
 * x, and a kick is the change of px of a positive muon.
 *
 * <p>Lengths and positions are those of the experiment's programs (e1039-core, {@code recoConsts}; stations as in its
 * simulated events); the kicks were fitted to such events.
 */
public final class Spectrometer {

    /** 120 GeV protons on nucleons at rest. */
    public static final FixedTarget BEAM = new FixedTarget(120, Constants.PROTON_MASS);

    /** Length of FMAG in cm. */
    public static final double FMAG_LENGTH = 502.92;

    /** Kick of the whole of FMAG in GeV. */
    public static final double FMAG_KICK = 3.13;

    /** Position of station 1. */
    public static final double STATION_1 = 594.67;

    /** Position where KMAG bends, as a thin lens. */
    public static final double KMAG = 1064.26;

    /** Kick of KMAG in GeV. */
    public static final double KMAG_KICK = 0.386;

    /** Position of station 3 for muons above the beam in KMAG. */
    public static final double UPPER_STATION_3 = 1936.98;

    /** Position of station 3 for the others. */
    public static final double LOWER_STATION_3 = 1899.66;

    /** Half the width and half the height of station 1, in cm: as far as tracks are accepted. */
    public static final double HALF_WIDTH_1 = 52;

    public static final double HALF_HEIGHT_1 = 62;

    /** The same of station 3. */
    public static final double HALF_WIDTH_3 = 113;

    public static final double HALF_HEIGHT_3 = 159;

    private Spectrometer() {}
}
