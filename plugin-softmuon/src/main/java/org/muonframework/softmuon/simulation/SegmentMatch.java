package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.stats.random.LaplaceLaw;

/** The distance in η of the extrapolated inner track and the first segment in the spectrometer. */
final class SegmentMatch {

    private static final LaplaceLaw FLUCTUATION = new LaplaceLaw(0.75);

    private SegmentMatch() {}

    /**
     * Draws Δη: 0.75 resolutions times a Laplace variable, and after a late decay 0.8 kinks times a normal one, as far
     * as the inner track knows nothing of the kink: (R − 0.4 m)/0.8 m between 0 and 1.
     */
    static void match(Candidate muon, RandomGenerator random) {
        double resolution = resolution(muon.msMomentum);
        muon.segmentDeltaEta = resolution * FLUCTUATION.draw(random);
        double unseen = muon.kink * Math.min(Math.max((muon.decayRadius - 0.4) / 0.8, 0), 1);
        if (unseen > 0) {
            muon.segmentDeltaEta += 0.8 * unseen * random.nextGaussian();
        }
        muon.segmentPull = muon.segmentDeltaEta / resolution;
    }

    /** The resolution 0.0018 ⊕ 0.012/max(p, 2) at the momentum p in GeV. */
    static double resolution(double momentum) {
        double scattering = 0.012 / Math.max(momentum, 2);
        return Math.sqrt(0.0018 * 0.0018 + scattering * scattering);
    }
}
