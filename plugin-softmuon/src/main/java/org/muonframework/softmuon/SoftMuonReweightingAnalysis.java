package org.muonframework.softmuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code softmuon-reweighting}. */
public final class SoftMuonReweightingAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "softmuon-reweighting";
    }

    @Override
    public String description() {
        return "TightNN trained with and without reweighting in the momentum of the muon.";
    }
}
