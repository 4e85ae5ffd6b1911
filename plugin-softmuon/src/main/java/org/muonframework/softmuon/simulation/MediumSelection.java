package org.muonframework.softmuon.simulation;

/**
 * The Medium selection of muons within 4 to 300 GeV, without its exception for |η| &lt; 0.1, where one station is enough;
 * all rows pass. In two steps, so that most candidates are dropped early.
 */
final class MediumSelection {

    static final double MIN_PT = 4;
    static final double MAX_PT = 300;

    private static final double MAX_SIGNIFICANCE = 7;
    private static final int MIN_PRECISION_LAYERS = 2;

    private MediumSelection() {}

    /** 4 GeV &lt; pT &lt; 300 GeV and a q/p significance below 7; |η| &lt; 2.5 holds for all that is produced. */
    static boolean acceptsMomentum(Candidate muon) {
        return muon.pt > MIN_PT && muon.pt < MAX_PT && Math.abs(muon.pull) < MAX_SIGNIFICANCE;
    }

    /** At least two precision layers. */
    static boolean acceptsHits(Candidate muon) {
        return muon.precisionLayers >= MIN_PRECISION_LAYERS;
    }
}
