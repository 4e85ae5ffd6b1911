package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/** How a kink in the inner detector stands out against multiple scattering. */
final class ScatteringKink {

    private static final double MAX_SIGNIFICANCE = 25;

    private ScatteringKink() {}

    /**
     * The significance k of the kink in the bending plane, in units of the scattering angle and as far as it is
     * visible, and the two variables that look for it. Both see no more than k' = 25: one is k' U(0.7, 1.1) with a
     * normal spread of 1.05 (2.0 for 6 %), the other 0.45 of the first and 0.4 k' U(0.5, 1.2) with a spread of 1.1
     * (2.2 for 5 %).
     */
    static void find(Candidate muon, RandomGenerator random) {
        double scattering = scatteringAngle(muon.innerMomentum);
        muon.kinkSignificance = muon.bendingKink / scattering * InnerDetector.kinkVisibility(muon.decayRadius);
        double seen = Math.min(Math.max(muon.kinkSignificance, -MAX_SIGNIFICANCE), MAX_SIGNIFICANCE);
        muon.scatteringCurvatureSignificance = noise(0.06, 2.0, 1.05, random) + seen * uniform(0.7, 1.1, random);
        muon.scatteringNeighbourSignificance = noise(0.05, 2.2, 1.1, random)
                + 0.45 * muon.scatteringCurvatureSignificance
                + 0.4 * seen * uniform(0.5, 1.2, random);
    }

    /** The scattering angle 0.0007 ⊕ 0.0075/max(p, 1), in rad, of a track of momentum p in GeV. */
    static double scatteringAngle(double momentum) {
        double material = 0.0075 / Math.max(momentum, 1);
        return Math.sqrt(0.0007 * 0.0007 + material * material);
    }

    private static double noise(double wideShare, double wide, double usual, RandomGenerator random) {
        return (random.nextDouble() < wideShare ? wide : usual) * random.nextGaussian();
    }

    private static double uniform(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}
