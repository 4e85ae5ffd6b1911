package org.muonframework.darksector;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code darksector-punzi}. */
public final class DarkSectorPunziAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "darksector-punzi";
    }

    @Override
    public String description() {
        return "Search for a Z' by a network that is trained for Punzi's figure of merit.";
    }
}
