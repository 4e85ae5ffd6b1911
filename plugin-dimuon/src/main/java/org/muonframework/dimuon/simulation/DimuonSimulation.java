package org.muonframework.dimuon.simulation;

import java.util.List;
import org.muonframework.dimuon.simulation.PairSimulation.Share;
import org.muonframework.physics.Constants;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.simulation.BlockDataset;
import org.muonframework.stats.random.GammaLaw;

/**
 * A spectrum of muon pairs from 2 to 110 GeV in true mass, for learning the mass itself: 75 % continuum of density
 * M^−1.8 and the resonances J/ψ (15 %), Υ(1S) (6 %) and Z (4 %), shares of the accepted pairs.
 *
 * <p>It has the range and the rough shape of the opposite-sign pairs in the CMS Open Data of 2010, without any attempt at
 * the trigger, at ψ(2S), Υ(2S) and Υ(3S), or at unrelated muons.
 */
public final class DimuonSimulation implements DatasetProvider<DimuonSettings> {

    private static final double MIN_MASS = 2;
    private static final double MAX_MASS = 110;

    @Override
    public String name() {
        return "dimuon-simulation";
    }

    @Override
    public String description() {
        return "Simulated muon pairs of opposite charge from 2 to 110 GeV: a continuum with J/ψ, Υ(1S) and Z.";
    }

    @Override
    public Class<DimuonSettings> settings() {
        return DimuonSettings.class;
    }

    @Override
    public Dataset create(DimuonSettings settings, Context context) {
        PairSimulation simulation = new PairSimulation(
                List.of(
                        new Share(pairs(MassLaw.powerLaw(1.8, MIN_MASS, MAX_MASS), true), 0.75),
                        new Share(resonance(Constants.J_PSI_MASS, Constants.J_PSI_WIDTH, false), 0.15),
                        new Share(resonance(Constants.UPSILON_1S_MASS, Constants.UPSILON_1S_WIDTH, false), 0.06),
                        new Share(resonance(Constants.Z_MASS, Constants.Z_WIDTH, true), 0.04)),
                new MuonDetector(settings.leadingPt(), settings.subleadingPt(), settings.maxEta()));
        return new BlockDataset(
                name(),
                Schema.of(PairColumns.specs()),
                settings.events(),
                (firstRow, rows, columns, random) -> PairColumns.of(simulation.simulate(rows, random), firstRow),
                context);
    }

    private static PairProcess resonance(double mass, double width, boolean polarised) {
        return pairs(MassLaw.breitWigner(mass, width, MIN_MASS, MAX_MASS), polarised);
    }

    private static PairProcess pairs(MassLaw mass, boolean polarised) {
        return new PairProcess(mass, 1.3, new GammaLaw(1.6, 6), polarised, 0);
    }
}
