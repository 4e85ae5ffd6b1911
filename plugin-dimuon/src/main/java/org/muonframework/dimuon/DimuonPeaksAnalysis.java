package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** Measures the peaks of J/ψ, Υ and Z in the spectrum of muon pairs; trains nothing. */
public final class DimuonPeaksAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "dimuon-peaks";
    }

    @Override
    public String description() {
        return "Fits mass, width and yield of J/psi, Upsilon and Z in the spectrum of muon pairs; trains nothing.";
    }
}
