package org.muonframework.calorimeter.simulation;

import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.simulation.BlockDataset;

/**
 * Single muons in a homogeneous calorimeter of lead tungstate, ten interaction lengths deep: what they lose by
 * ionisation, and the showers of what they radiate. There is no noise.
 *
 * <p>Each event has random numbers of its own: the first events of a large sample are those of a small one.
 */
public final class CalorimeterSimulation implements DatasetProvider<CalorimeterSettings> {

    /** Events in a block: about 2 MB of hits. */
    private static final int BLOCK = 256;

    @Override
    public String name() {
        return "calorimeter-simulation";
    }

    @Override
    public String description() {
        return "Simulated muons of 50 GeV to 8 TeV in a calorimeter of lead tungstate, cell by cell.";
    }

    @Override
    public Class<CalorimeterSettings> settings() {
        return CalorimeterSettings.class;
    }

    @Override
    public Dataset create(CalorimeterSettings settings, Context context) {
        settings.check();
        RadiationTable table = RadiationTable.read();
        return new BlockDataset(
                name(),
                CalorimeterColumns.schema(),
                settings.events(),
                BLOCK,
                (firstRow, rows, wanted, random) ->
                        new EventBlock(settings, firstRow, rows).simulate(wanted, table, context.random()),
                context);
    }
}
