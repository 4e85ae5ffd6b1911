package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/**
 * Where a muon in a jet comes from. Muons of b hadrons have most momentum across the jet's axis, those of pions and kaons
 * least.
 */
enum MuonSource {
    /** b → μ. */
    BOTTOM(0, 0.85, 0.15),
    /** b → c → μ. */
    BOTTOM_TO_CHARM(1, 0.50, 0.15),
    /** c → μ. */
    CHARM(2, 0.45, 0.15),
    /** π → μ in flight. */
    PION(3, 0.32, 0.12),
    /** K → μ in flight. */
    KAON(4, 0.32, 0.12);

    private final int code;
    private final double pTrelWidth;
    private final double pTrelTail;

    MuonSource(int code, double pTrelWidth, double pTrelTail) {
        this.code = code;
        this.pTrelWidth = pTrelWidth;
        this.pTrelTail = pTrelTail;
    }

    /** Its number in the column {@code softmu_source}. */
    int code() {
        return code;
    }

    /** Draws pTrel in GeV: the absolute value of a normal variable, and an exponential one added. */
    double pTrel(RandomGenerator random) {
        return Math.abs(pTrelWidth * random.nextGaussian()) + pTrelTail * random.nextExponential();
    }
}
