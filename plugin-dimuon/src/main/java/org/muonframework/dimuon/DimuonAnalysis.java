package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/**
 * Finds region and vertex, momentum and mass of muon pairs in SpinQuest by one cascade of networks, beside tracks that
 * are followed back.
 */
public final class DimuonAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "dimuon";
    }

    @Override
    public String description() {
        return "Finds vertex, momentum and mass of simulated muon pairs in SpinQuest by a cascade of networks.";
    }
}
