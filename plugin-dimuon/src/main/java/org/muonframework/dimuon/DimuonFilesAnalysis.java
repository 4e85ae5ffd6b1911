package org.muonframework.dimuon;

import org.muonframework.spi.AnalysisProvider;

/** The preset {@code dimuon} on files of the experiment. */
public final class DimuonFilesAnalysis implements AnalysisProvider {

    @Override
    public String name() {
        return "dimuon-files";
    }

    @Override
    public String description() {
        return "Finds vertex, momentum and mass of muon pairs in files of SpinQuest by a cascade of networks.";
    }
}
