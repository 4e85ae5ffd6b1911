package org.muonframework.darksector;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code darksector-trees}. */
public final class DarkSectorTreesAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "darksector-trees";
    }

    @Override
    public String description() {
        return "Search for a Z' by boosted trees, one for each region of the mass, found by a grid search.";
    }
}
