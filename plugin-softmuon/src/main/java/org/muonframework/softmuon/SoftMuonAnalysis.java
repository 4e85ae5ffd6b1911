package org.muonframework.softmuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code softmuon}. */
public final class SoftMuonAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "softmuon";
    }

    @Override
    public String description() {
        return "Which muons in jets come from heavy quarks? TightNN 1.0 with the 17 inputs of Run 2, against the cut-based TIGHT.";
    }
}
