package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.stats.random.BinomialLaw;

/**
 * The New Small Wheels of Run 3, from |η| = 1.3 to beyond the 2.5 of these muons: eight layers of Micromegas (MM) and two
 * times four layers of small-strip thin gap chambers (sTGC), which measure η and φ.
 */
final class NewSmallWheel {

    /** Inner edge in |η|. */
    static final double MIN_ETA = 1.3;

    private static final BinomialLaw MICROMEGAS = new BinomialLaw(8, 0.90);
    private static final BinomialLaw STGC_ETA = new BinomialLaw(4, 0.90);
    private static final BinomialLaw STGC_PHI = new BinomialLaw(4, 0.82);

    private NewSmallWheel() {}

    /** Counts the hits if the muon crosses a wheel and is matched to it: 97 % of the signal, 92 % of the background. */
    static void count(Candidate muon, RandomGenerator random) {
        boolean matched = Math.abs(muon.eta) > MIN_ETA && random.nextDouble() < (muon.signal ? 0.97 : 0.92);
        muon.mmHits = matched ? MICROMEGAS.draw(random) : 0;
        muon.etaLayer1StgcHits = matched ? STGC_ETA.draw(random) : 0;
        muon.etaLayer2StgcHits = matched ? STGC_ETA.draw(random) : 0;
        muon.phiLayer1StgcHits = matched ? STGC_PHI.draw(random) : 0;
        muon.phiLayer2StgcHits = matched ? STGC_PHI.draw(random) : 0;
    }
}
