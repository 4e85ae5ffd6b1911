package org.muonframework.softmuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code softmuon-alternatives}. */
public final class SoftMuonAlternativesAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "softmuon-alternatives";
    }

    @Override
    public String description() {
        return "TightNN beside boosted trees, a recurrent network and a transformer.";
    }
}
