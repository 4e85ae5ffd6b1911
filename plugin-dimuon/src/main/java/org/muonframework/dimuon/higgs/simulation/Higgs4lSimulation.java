package org.muonframework.dimuon.higgs.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.dimuon.simulation.MassLaw;
import org.muonframework.physics.Constants;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.simulation.BlockDataset;
import org.muonframework.stats.random.GammaLaw;

/**
 * H → ZZ* → 4μ and its backgrounds, with 70 to 181 GeV of measured mass. Of ten events in a row always as many are
 * of each process, and the weights of a process add up to {@link FourLeptonProcess#expected}.
 *
 * <p>The H has pT of Γ(1.6, 12 GeV) and rapidity N(0, 1), what quarks make has Γ(1.4, 9 GeV) and N(0, 1.15), as the Z
 * of the pairs has. The true masses of the continuum follow the histogram of ZZ in the course notebook that {@link
 * FourLeptonProcess} names, without its peak: they are those of accepted events.
 */
public final class Higgs4lSimulation implements DatasetProvider<Higgs4lSettings> {

    /** The processes of ten events in a row. */
    private static final int[] CYCLE = {0, 1, 2, 0, 1, 0, 3, 0, 1, 2};

    private static final double[] CONTINUUM_MASSES = {70, 80, 100, 110, 118, 127, 142, 160, 170, 176, 181};
    private static final double[] CONTINUUM = {0.05, 0.15, 0.27, 0.31, 0.44, 0.48, 0.47, 0.435, 0.48, 0.68, 1.05};

    private static final GammaLaw QUARK_PT = new GammaLaw(1.4, 9);
    private static final double QUARK_RAPIDITY = 1.15;

    @Override
    public String name() {
        return "higgs4l-simulation";
    }

    @Override
    public String description() {
        return "Simulated four-muon events at a hadron collider: H → ZZ* (label 1) and its backgrounds (label 0).";
    }

    @Override
    public Class<Higgs4lSettings> settings() {
        return Higgs4lSettings.class;
    }

    @Override
    public Dataset create(Higgs4lSettings settings, Context context) {
        List<FourMuonSource> sources = sources(settings.higgsMass());
        double[] weights = weights(settings.events());
        return new BlockDataset(
                name(),
                new Schema(Higgs4lColumns.specs(), List.of("background", "Higgs")),
                settings.events(),
                (firstRow, rows, wanted, random) -> block(settings, sources, weights, firstRow, rows, random),
                context);
    }

    /** In the order of {@link FourLeptonProcess}. */
    static List<FourMuonSource> sources(double higgsMass) {
        return List.of(
                new DecayChain(random -> higgsMass, 1, new GammaLaw(1.6, 12), new HiggsPairs(higgsMass)),
                new DecayChain(
                        MassLaw.linearBetween(CONTINUUM_MASSES, CONTINUUM),
                        QUARK_RAPIDITY,
                        QUARK_PT,
                        new ContinuumPairs()),
                new DecayChain(
                        z(FourMuonDetector.LOW, FourMuonDetector.HIGH), QUARK_RAPIDITY, QUARK_PT, new SinglePairs()),
                new PairWithOthers(z(60, 120), QUARK_RAPIDITY, QUARK_PT, new GammaLaw(1, 6)));
    }

    private static MassLaw z(double low, double high) {
        return MassLaw.breitWigner(Constants.Z_MASS, Constants.Z_WIDTH, low, high);
    }

    /** The weight of an event of each process. */
    private static double[] weights(long events) {
        double[] weights = new double[FourLeptonProcess.values().length];
        for (FourLeptonProcess process : FourLeptonProcess.values()) {
            int number = process.ordinal();
            long whole = events / CYCLE.length * in(CYCLE.length, number);
            weights[number] = process.expected() / (whole + in((int) (events % CYCLE.length), number));
        }
        return weights;
    }

    /** How many of the first events of a cycle are of a process. */
    private static long in(int first, int process) {
        return Arrays.stream(CYCLE).limit(first).filter(each -> each == process).count();
    }

    private static Map<String, Column> block(
            Higgs4lSettings settings,
            List<FourMuonSource> sources,
            double[] weights,
            long firstRow,
            int rows,
            RandomGenerator random) {
        int[] process = new int[rows];
        Arrays.setAll(process, row -> CYCLE[(int) ((firstRow + row) % CYCLE.length)]);
        FourMuonRows events = new FourMuonRows(rows);
        FourMuonRun run = new FourMuonRun(settings);
        for (int number = 0; number < sources.size(); number++) {
            int wanted = number;
            int[] own = IntStream.range(0, rows)
                    .filter(row -> process[row] == wanted)
                    .toArray();
            run.fill(sources.get(number), own, events, random);
        }
        Map<String, Column> columns = events.columns();
        long[] runs = new long[rows];
        Arrays.fill(runs, 1);
        long[] numbers = new long[rows];
        Arrays.setAll(numbers, row -> firstRow + row + 1);
        double[] weight = new double[rows];
        Arrays.setAll(weight, row -> weights[process[row]]);
        columns.put("Run", new Column.Longs(runs));
        columns.put("Event", new Column.Longs(numbers));
        columns.put("process", new Column.Ints(process));
        int higgs = FourLeptonProcess.HIGGS.ordinal();
        columns.put(
                "label",
                new Column.Ints(Arrays.stream(process)
                        .map(each -> each == higgs ? 1 : 0)
                        .toArray()));
        columns.put("weight", new Column.Doubles(weight));
        return columns;
    }
}
