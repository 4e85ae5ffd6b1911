package org.muonframework.calorimeter;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code calorimeter}. */
public final class CalorimeterAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "calorimeter";
    }

    @Override
    public String description() {
        return "Energy of muons of 50 GeV to 8 TeV in a calorimeter: from 28 features, and by a network from cells too.";
    }
}
