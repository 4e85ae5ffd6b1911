package org.muonframework.softmuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code softmuon-run3}. */
public final class SoftmuonRun3Analysis implements AnalysisProvider {

    @Override
    public String name() {
        return "softmuon-run3";
    }

    @Override
    public String description() {
        return "The same with the 22 inputs of Run 3.";
    }
}
