package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/**
 * Where a muon in a jet comes from; the ordinal is the code in the column {@code softmu_source}. The heavier the hadron,
 * the more momentum across the jet's axis the muon has.
 */
enum MuonSource {
    /** b → μ. */
    BOTTOM(0.85, 0.15),
    /** b → c → μ. */
    BOTTOM_TO_CHARM(0.50, 0.15),
    /** c → μ. */
    CHARM(0.45, 0.15),
    /** π → μ in flight. */
    PION(0.32, 0.12),
    /** K → μ in flight. */
    KAON(0.32, 0.12);

    private final double pTrelWidth;
    private final double pTrelTail;

    MuonSource(double pTrelWidth, double pTrelTail) {
        this.pTrelWidth = pTrelWidth;
        this.pTrelTail = pTrelTail;
    }

    /** Draws pTrel in GeV: the absolute value of a normal variable, and an exponential one added. */
    double pTrel(RandomGenerator random) {
        return Math.abs(pTrelWidth * random.nextGaussian()) + pTrelTail * random.nextExponential();
    }
}
