package org.muonframework.dimuon.simulation;

import java.util.random.RandomGenerator;

/**
 * How well a tracker of the kind of CMS measures a muon: the relative resolution of pT is (0.011 + 0.006 |η|) ⊕ 10⁻⁴
 * pT/GeV, that of η and φ is 5·10⁻⁴.
 */
public final class MuonResolution {

    private static final double ANGLE = 5e-4;

    private MuonResolution() {}

    /** The relative resolution of the transverse momentum, in GeV and at this pseudorapidity. */
    public static double ofPt(double pt, double eta) {
        double scattering = 0.011 + 0.006 * Math.abs(eta);
        double curvature = 1e-4 * pt;
        return Math.sqrt(scattering * scattering + curvature * curvature);
    }

    /** A measured transverse momentum. */
    public static double smearedPt(double pt, double eta, RandomGenerator random) {
        return pt * (1 + ofPt(pt, eta) * random.nextGaussian());
    }

    /** A measured pseudorapidity or azimuth; an azimuth may leave (−π, π]. */
    public static double smearedAngle(double angle, RandomGenerator random) {
        return angle + ANGLE * random.nextGaussian();
    }
}
