package org.muonframework.dimuon.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.muonframework.dimuon.simulation.PairSimulation.Share;
import org.muonframework.physics.Constants;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.simulation.BlockDataset;
import org.muonframework.stats.random.GammaLaw;

/**
 * Z → μμ against other muon pairs, as after a requirement of opposite charges: all pairs have them, also those of
 * unrelated muons.
 *
 * <p>Signal: a Breit–Wigner of the Z between 40 and 200 GeV, rapidity N(0, 1.15), pT of Γ(1.4, 9 GeV), muons in
 * 1 + cos²θ. Background: mass density M^−3.5 in the same range, rapidity N(0, 1.3), pT of Γ(1.6, 12 GeV), muons
 * isotropic; in {@code uncorrelated-fraction} of the events μ⁻ is that of another event.
 */
public final class ZmumuSimulation implements DatasetProvider<ZmumuSettings> {

    private static final double MIN_MASS = 40;
    private static final double MAX_MASS = 200;

    @Override
    public String name() {
        return "zmumu-simulation";
    }

    @Override
    public String description() {
        return "Simulated muon pairs of opposite charge at a hadron collider: Z → μμ (label 1) and background (label 0).";
    }

    @Override
    public Class<ZmumuSettings> settings() {
        return ZmumuSettings.class;
    }

    @Override
    public Dataset create(ZmumuSettings settings, Context context) {
        List<ColumnSpec> columns = new ArrayList<>(PairColumns.specs());
        columns.add(ColumnSpec.of("label", ColumnType.INT, "", "1 for a Z, 0 for background", ColumnRole.LABEL));
        Schema schema = new Schema(columns, List.of("background", "Z"));
        PairSimulation simulation = simulation(settings);
        return new BlockDataset(
                name(),
                schema,
                settings.events(),
                (firstRow, rows, wanted, random) -> block(simulation, firstRow, rows, random),
                context);
    }

    static PairSimulation simulation(ZmumuSettings settings) {
        return new PairSimulation(
                List.of(
                        new Share(background(settings.uncorrelatedFraction()), 1 - settings.signalFraction()),
                        new Share(signal(), settings.signalFraction())),
                new MuonDetector(settings.leadingPt(), settings.subleadingPt(), settings.maxEta()));
    }

    static PairProcess signal() {
        MassLaw mass = MassLaw.breitWigner(Constants.Z_MASS, Constants.Z_WIDTH, MIN_MASS, MAX_MASS);
        return new PairProcess(mass, 1.15, new GammaLaw(1.4, 9), true, 0);
    }

    static PairProcess background(double uncorrelated) {
        return new PairProcess(
                MassLaw.powerLaw(3.5, MIN_MASS, MAX_MASS), 1.3, new GammaLaw(1.6, 12), false, uncorrelated);
    }

    private static Map<String, Column> block(
            PairSimulation simulation, long firstRow, int rows, RandomGenerator random) {
        MuonPairs pairs = simulation.simulate(rows, random);
        Map<String, Column> columns = PairColumns.of(pairs, firstRow);
        columns.put("label", new Column.Ints(pairs.process));
        return columns;
    }
}
