package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** What makes a Z? Autoencoders that have seen nothing else, and what a variational one makes of random numbers. */
public final class DimuonVaeAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "dimuon-vae";
    }

    @Override
    public String description() {
        return "Compresses muon pairs of a Z by autoencoders, finds other pairs as anomalies, and makes new ones.";
    }
}
