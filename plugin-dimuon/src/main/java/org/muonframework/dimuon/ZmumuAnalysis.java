package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** Is this muon pair a Z? With and without the invariant mass as a feature. */
public final class ZmumuAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "zmumu";
    }

    @Override
    public String description() {
        return "Tells muon pairs of a Z from other pairs, with and without their invariant mass as a feature.";
    }
}
