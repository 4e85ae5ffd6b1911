package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** Learns the invariant mass of a muon pair and compares with the formula. */
public final class DimuonMassAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "dimuon-mass";
    }

    @Override
    public String description() {
        return "Regresses the invariant mass of a muon pair from pt, eta, phi and charge, beside the exact formula.";
    }
}
