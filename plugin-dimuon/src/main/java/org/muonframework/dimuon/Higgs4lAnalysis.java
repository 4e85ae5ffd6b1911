package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** H → ZZ* → 4ℓ among its backgrounds, in simulated events and, where they are given, real ones. */
public final class Higgs4lAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "higgs4l";
    }

    @Override
    public String description() {
        return "Tells H -> ZZ* -> 4l from its backgrounds, and shows the spectrum of their mass before and after.";
    }
}
