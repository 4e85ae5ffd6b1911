package org.muonframework.calorimeter;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code calorimeter-paper}. */
public final class CalorimeterPaperAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "calorimeter-paper";
    }

    @Override
    public String description() {
        return "Energy of muons of 50 GeV to 8 TeV by the whole ensemble of convolutional networks: hours.";
    }
}
