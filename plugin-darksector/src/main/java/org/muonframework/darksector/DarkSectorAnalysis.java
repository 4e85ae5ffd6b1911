package org.muonframework.darksector;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code darksector}. */
public final class DarkSectorAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "darksector";
    }

    @Override
    public String description() {
        return "Search for a Z' in e+e- to four muons: boosted trees, one-shot net and Punzi net, limits on g'.";
    }
}
