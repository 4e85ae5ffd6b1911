package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** Finds region, vertex and momentum of single muons in SpinQuest by one cascade of networks. */
public final class SingleTrackAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "single-track";
    }

    @Override
    public String description() {
        return "Finds vertex and momentum of single simulated muons in SpinQuest by a small cascade of networks.";
    }
}
