package org.muonframework.darksector;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code darksector-oneshot}. */
public final class DarkSectorOneShotAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "darksector-oneshot";
    }

    @Override
    public String description() {
        return "Search for a Z' by one network for all masses, with a score for the whole event.";
    }
}
