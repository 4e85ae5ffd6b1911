package org.muonframework.calorimeter;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code calorimeter-features}. */
public final class CalorimeterFeaturesAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "calorimeter-features";
    }

    @Override
    public String description() {
        return "Energy of muons of 50 GeV to 8 TeV from 28 features of what they leave in a calorimeter.";
    }
}
