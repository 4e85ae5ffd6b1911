package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/** Hits in the pixel detector, and the dead sensors that cost some of them. They know nothing of the muon's origin. */
final class PixelHits {

    private PixelHits() {}

    /** About 4.15 hits, 0.25 more beyond |η| = 1.5, with a spread of 0.75, less the dead sensors. */
    static void count(Candidate muon, RandomGenerator random) {
        int dead = (random.nextDouble() < 0.06 ? 1 : 0) + (random.nextDouble() < 0.01 ? 1 : 0);
        double expected = Math.abs(muon.eta) > 1.5 ? 4.40 : 4.15;
        long crossed = Math.round(expected + 0.75 * random.nextGaussian());
        muon.pixelDeadSensors = dead;
        muon.pixelHits = (int) Math.max(crossed - dead, 0);
    }
}
