package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.stats.random.BinomialLaw;

/** Precision hits in the middle and outer stations of the spectrometer, in large or small sectors. */
final class StationHits {

    private static final BinomialLaw MIDDLE = new BinomialLaw(7, 0.93);
    private static final BinomialLaw OUTER = new BinomialLaw(6, 0.93);
    private static final BinomialLaw OVERLAP = new BinomialLaw(6, 0.8);
    private static final int ENOUGH_HITS = 3;

    private StationHits() {}

    /**
     * Counts the hits: of up to 7 tubes in the middle station and 6 in the outer one, each with 93 %; 20 % of the
     * background lose up to 3 and up to 4 of them. 6 % of all cross two sectors and have hits in up to 6 tubes, each with
     * 80 %, of the neighbour too. A station with three hits or more is a precision layer; so is the inner one for 95 %.
     */
    static void count(Candidate muon, RandomGenerator random) {
        int middle = random.nextDouble() < reachesMiddle(muon.msMomentum) ? MIDDLE.draw(random) : 0;
        int outer = random.nextDouble() < reachesOuter(muon.msMomentum, muon.eta) ? OUTER.draw(random) : 0;
        if (!muon.signal && random.nextDouble() < 0.20) {
            middle = Math.max(middle - random.nextInt(4), 0);
            outer = Math.max(outer - random.nextInt(5), 0);
        }
        int inner = random.nextDouble() < 0.95 ? 1 : 0;
        muon.precisionLayers = inner + (middle >= ENOUGH_HITS ? 1 : 0) + (outer >= ENOUGH_HITS ? 1 : 0);
        boolean large = Spectrometer.inLargeSector(muon.sectorPhase);
        int neighbour = random.nextDouble() < 0.06 ? OVERLAP.draw(random) : 0;
        muon.middleLargeHits = large ? middle : neighbour;
        muon.middleSmallHits = large ? neighbour : middle;
        muon.outerLargeHits = large ? outer : 0;
        muon.outerSmallHits = large ? 0 : outer;
    }

    /** The chance 0.985/(1 + e^(−(p − 2.6)/0.5)) that the middle station sees a muon of momentum p in GeV. */
    static double reachesMiddle(double momentum) {
        return 0.985 / (1 + Math.exp((2.6 - momentum) / 0.5));
    }

    /** The same for the outer station: from 3.6 GeV up to 0.93 in the end-caps, from 4.3 GeV up to 0.96 in the barrel. */
    static double reachesOuter(double momentum, double eta) {
        boolean barrel = Math.abs(eta) < Spectrometer.BARREL_ETA;
        return (barrel ? 0.96 : 0.93) / (1 + Math.exp(((barrel ? 4.3 : 3.6) - momentum) / 0.9));
    }
}
