package org.muonframework.softmuon.simulation;

import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.simulation.BlockDataset;

/**
 * Muons in jets as the ATLAS detector would see them: signal of b and c hadrons, background of pions and kaons that
 * decay on their way to the spectrometer, all of which pass the Medium selection.
 *
 * <p>A mechanism, not a measurement: what sets the classes apart is the momentum that the hadron loses to the neutrino,
 * and the kink. The numbers are tuned to what is published about the detector, not to its data. Run 2 and Run 3 have
 * the same muons for the same seed; Run 3 adds the hits in the New Small Wheels.
 */
public final class SoftMuonSimulation implements DatasetProvider<SoftMuonSettings> {

    @Override
    public String name() {
        return "softmuon-simulation";
    }

    @Override
    public String description() {
        return "Simulated muons in jets: of b and c hadrons (label 1), and of pions and kaons in flight (label 0).";
    }

    @Override
    public Class<SoftMuonSettings> settings() {
        return SoftMuonSettings.class;
    }

    @Override
    public Dataset create(SoftMuonSettings settings, Context context) {
        CandidateSimulation simulation = CandidateSimulation.of(settings.generator());
        CandidateTable table = new CandidateTable(SoftMuonColumns.ofRun(settings.run()));
        return new BlockDataset(
                name(),
                table.schema(),
                settings.events(),
                (firstRow, rows, wanted, random) ->
                        table.only(wanted).simulate(simulation, settings.signalFraction(), firstRow, rows, random),
                context);
    }
}
