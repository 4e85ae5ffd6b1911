package org.muonframework.softmuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code softmuon-run3}. */
public final class SoftMuonRun3Analysis implements AnalysisProvider {

    @Override
    public String name() {
        return "softmuon-run3";
    }

    @Override
    public String description() {
        return "Which muons in jets come from heavy quarks? TightNN 1.0 with the 22 inputs of Run 3, against the cut-based TIGHT.";
    }
}
