package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/** The muon spectrometer: its toroids, whose field depends on η and on the position in a sector, and its resolution. */
final class Spectrometer {

    /** End of the barrel toroid in |η|. */
    static final double BARREL_ETA = 1.05;

    private static final double TRANSITION_ETA = 1.45;
    private static final double LARGE_SECTORS_BELOW = 0.53;

    private Spectrometer() {}

    /**
     * Draws the integral F of the field along the track, from 0.3 to 8 T m: in the barrel 2.3 + 0.7 s with a normal
     * spread of 0.125, s being the sector phase; in the transition to the end-caps uniform from 1.6 to 3.2; beyond
     * |η| = 1.45 rising from 4.0 by 1.4 per unit of |η|, with a spread of 0.4.
     */
    static void cross(Candidate muon, RandomGenerator random) {
        double eta = Math.abs(muon.eta);
        muon.sectorPhase = sectorPhase(muon.phi);
        double field;
        if (eta < BARREL_ETA) {
            field = 2.3 + 0.125 * random.nextGaussian() + 0.7 * muon.sectorPhase;
        } else if (eta < TRANSITION_ETA) {
            field = 1.6 + 1.6 * random.nextDouble();
        } else {
            field = 4.0 + 1.4 * (eta - TRANSITION_ETA) + 0.4 * random.nextGaussian();
        }
        muon.fieldIntegral = Math.min(Math.max(field, 0.3), 8);
    }

    /**
     * The sector phase s = |((8φ/π) mod 2) − 1|, from 0 to 1: sixteen sectors, large and small ones in turn, turned by
     * π/8 against ATLAS, where a large one lies at φ = 0.
     */
    static double sectorPhase(double phi) {
        double turns = 4 * phi / Math.PI;
        return Math.abs(2 * (turns - Math.floor(turns)) - 1);
    }

    /** Whether the muon crosses a large sector (below phase 0.53) or a small one. */
    static boolean inLargeSector(double sectorPhase) {
        return sectorPhase < LARGE_SECTORS_BELOW;
    }

    /**
     * The relative resolution of the momentum: fluctuations of the energy loss 0.32 (1 + 0.25 |η|)/max(p, 2.5),
     * multiple scattering 0.028 √(2.8/max(F, 0.8)) and curvature 0.00015 pT, in quadrature.
     *
     * @param momentum p in GeV
     * @param pt pT in GeV
     * @param fieldIntegral F in T m
     */
    static double resolution(double momentum, double pt, double eta, double fieldIntegral) {
        double energyLoss = 0.32 * (1 + 0.25 * Math.abs(eta)) / Math.max(momentum, 2.5);
        double scatteringSquared = 0.028 * 0.028 * 2.8 / Math.max(fieldIntegral, 0.8);
        double curvature = 0.00015 * pt;
        return Math.sqrt(energyLoss * energyLoss + scatteringSquared + curvature * curvature);
    }
}
