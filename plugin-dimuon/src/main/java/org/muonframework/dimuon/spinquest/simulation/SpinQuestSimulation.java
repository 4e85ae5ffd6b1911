package org.muonframework.dimuon.spinquest.simulation;

import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.simulation.BlockDataset;

/**
 * Muon pairs made by 120 GeV protons along the beam of SpinQuest and measured behind an iron magnet: the columns of
 * both tracks, and the vertex and the kinematics of the pair, which have to be found from them.
 *
 * <p>The region of a pair's vertex is drawn by its share, and pairs are made there until one is accepted: shares are
 * those of accepted pairs, however few of a region are.
 */
public final class SpinQuestSimulation implements DatasetProvider<SpinQuestSettings> {

    @Override
    public String name() {
        return "spinquest-simulation";
    }

    @Override
    public String description() {
        return "Simulated muon pairs in SpinQuest: two tracks behind iron, and the region of the vertex (label 0-4).";
    }

    @Override
    public Class<SpinQuestSettings> settings() {
        return SpinQuestSettings.class;
    }

    @Override
    public Dataset create(SpinQuestSettings settings, Context context) {
        double[] shares = settings.regionShares();
        Production production = Production.of(settings.kinematics());
        return new BlockDataset(
                name(),
                SpinQuestColumns.schema(),
                settings.events(),
                (firstRow, rows, wanted, random) -> {
                    SpinQuestRows block = new SpinQuestRows(rows);
                    new PairRun(production, shares, settings.smearing(), random).fill(block);
                    return block.columns(firstRow);
                },
                context);
    }
}
