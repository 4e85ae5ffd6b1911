package org.muonframework.train.fused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.fused.step.Records;
import org.muonframework.train.neural.data.ColumnScale;
import org.muonframework.train.neural.data.RowTable;
import org.muonframework.train.neural.data.Scorer;
import org.muonframework.train.neural.optimize.OptimizerSettings;

/**
 * Measures the fused path on {@link TightNn}: rows in a second of training and scoring, one row alone, where a step goes,
 * and the speed of the products alone; and, where the environment variable PEER holds a command, the same training by that
 * command, in turns.
 *
 * <p>The command runs in a folder with {@code x.f32} (rows of 25 features) and {@code y.f32} (0 or 1), 32-bit and
 * little-endian, of a million rows to train on and 100 000 more, and prints {@code median rows/s N}.
 */
public final class FusedBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int MORE = 100_000;
    private static final int BATCH = 2048;
    private static final int STEP = 8;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int THREADS =
            Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
    private static final Pattern RATE = Pattern.compile("median rows/s ([0-9,]+)");

    private final KernelSet kernels = KernelSet.best();
    private final float[][] columns = new float[TightNn.FEATURES][ROWS + MORE];
    private final float[] labels = new float[ROWS + MORE];
    private final RowTable table;
    private final int[] order = new int[ROWS];
    private final Random random = new Random(7);

    private FusedBenchmark() {
        for (int row = 0; row < labels.length; row++) {
            double z = 0;
            for (int i = 0; i < columns.length; i++) {
                columns[i][row] = (float) random.nextGaussian();
                z += i < 9 ? 0 : 0.15 * columns[i][row];
            }
            z += 1.2 * columns[0][row] * columns[1][row] + columns[2][row] + Math.sin(2 * columns[4][row]);
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-1.5 * z)) ? 1 : 0;
        }
        List<float[]> all = new ArrayList<>(Arrays.asList(columns));
        float[] weights = new float[labels.length];
        Arrays.fill(weights, 1);
        all.add(labels);
        all.add(weights);
        table = new RowTable(all.toArray(new float[0][]), List.of(), labels.length, STEP);
        for (int row = 0; row < ROWS; row++) {
            order[row] = row;
        }
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FusedBenchmark benchmark = new FusedBenchmark();
        System.out.printf(
                "%s, %d threads, Java %s, %s%n",
                benchmark.kernels.name(),
                THREADS,
                System.getProperty("java.version"),
                System.getProperty("os.arch"));
        benchmark.products();
        benchmark.compare(Optional.ofNullable(System.getenv("PEER")));
        benchmark.print("without batch normalisation and dropout", TightNn.architecture(false), BATCH, THREADS);
        benchmark.print("batches of 8192", TightNn.architecture(true), 4 * BATCH, THREADS);
        benchmark.print("one thread", TightNn.architecture(true), BATCH, 1);
        benchmark.breakdown();
        benchmark.score();
    }

    /** The products alone, on operands that lie in the cache. */
    private void products() {
        Kernels own = kernels.create();
        Panels panels = new Panels(64, 64, own.width());
        float[] a = new float[Panels.ROWS * panels.columns()];
        float[] c = new float[Panels.ROWS * panels.columns()];
        float[] w = new float[panels.size()];
        float[] zeros = new float[panels.columns()];
        Arrays.fill(a, 0.1f);
        int count = 20_000;
        double operations = 2.0 * Panels.ROWS * 64 * 64 * count / 1e9;
        double forward = 0;
        double back = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                own.product(Panels.ROWS, a, 0, panels, w, 0, zeros, 0, false, c, 0);
            }
            long middle = System.nanoTime();
            for (int i = 0; i < count; i++) {
                own.outer(Panels.ROWS, a, 0, c, 0, panels, true, w, 0);
            }
            forward = Math.max(forward, operations / ((middle - start) / 1e9));
            back = Math.max(back, operations / ((System.nanoTime() - middle) / 1e9));
        }
        System.out.printf("products alone, one thread: forward %.0f, weights %.0f GFLOP/s%n", forward, back);
    }

    private void compare(Optional<String> peer) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        Path folder = Files.createTempDirectory("fused-benchmark");
        if (peer.isPresent()) {
            write(folder);
        }
        Architecture network = TightNn.architecture(true);
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(rate(network, BATCH, THREADS, kernels, 5));
            if (peer.isPresent()) {
                theirs.add(run(peer.get(), folder));
                System.out.printf("round %d: ours %,.0f, peer %,.0f rows/s%n", round + 1, last(ours), last(theirs));
            }
        }
        print("training", ours);
        if (peer.isPresent()) {
            print("peer", theirs);
            System.out.printf("ratio of medians %.1f%n", median(ours) / median(theirs));
        }
    }

    private void print(String name, Architecture network, int batch, int threads) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(rate(network, batch, threads, kernels, 3));
        }
        print(name, rates);
    }

    private static void print(String name, List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        System.out.printf(
                "%s: median %,.0f rows/s (%,.0f to %,.0f), %.0f GFLOP/s%n",
                name,
                median(rates),
                sorted.get(0),
                last(sorted),
                median(rates) * TightNn.OPERATIONS / 1e9);
    }

    /** Median rows a second of some epochs after the first. */
    private double rate(Architecture network, int batch, int threads, KernelSet set, int epochs) {
        FusedTraining.Options options = new FusedTraining.Options(
                batch, 0, threads, new OptimizerSettings(OptimizerSettings.Type.ADAM, 1e-3, 0.9, 0.999, 1e-7, 0.9, 0), 0,
                Optional.empty());
        Records records = table::copy;
        List<Double> rates = new ArrayList<>();
        try (FusedTraining training =
                new FusedTraining(network, TightNn.losses(), options, set, new RandomStreams(1))) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle();
                long start = System.nanoTime();
                int step = 0;
                for (int from = 0; from + batch <= ROWS; from += batch, step++) {
                    long number = (long) epoch * (ROWS / batch) + step + 1;
                    training.step(records, order, from, from + batch, epoch, step, new Move(number, 1e-3, 0.9));
                }
                rates.add((double) step * batch / ((System.nanoTime() - start) / 1e9));
            }
        }
        return median(rates.subList(1, rates.size()));
    }

    private void breakdown() {
        TimedKernels timed = new TimedKernels();
        KernelSet set = new KernelSet(kernels.name(), kernels.width(), () -> timed.time(kernels.create()));
        rate(TightNn.architecture(true), BATCH, 1, set, 2);
        timed.clear();
        long start = System.nanoTime();
        rate(TightNn.architecture(true), BATCH, 1, set, 2);
        double total = System.nanoTime() - start;
        System.out.println("one thread's time by kernel (timing each call, which takes time too):");
        timed.print(total, 2.0 * (ROWS / BATCH) * BATCH);
    }

    private void score() {
        Architecture network = TightNn.architecture(true);
        FusedTraining.Options options = new FusedTraining.Options(
                BATCH, 0, THREADS, new OptimizerSettings(OptimizerSettings.Type.SGD, 1e-3, 0.9, 0.999, 1e-7, 0.9, 0), 0,
                Optional.empty());
        List<ColumnScale> scales = Collections.nCopies(TightNn.FEATURES, new ColumnScale(0.1, 1.1));
        Scorer.Source source = (input, from, to, target) -> RowTable.fill(columns, scales, from, to, target);
        float[] sink = new float[1];
        try (FusedTraining training = new FusedTraining(
                        network, TightNn.losses(), options, kernels, new RandomStreams(1));
                FusedScorer scorer = new FusedScorer(network, training.snapshot(), kernels, THREADS)) {
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < 2 * ROUNDS; round++) {
                long start = System.nanoTime();
                scorer.run(labels.length, source, (from, to, outputs) -> sink[0] = outputs[0][0]);
                rates.add(labels.length / ((System.nanoTime() - start) / 1e9));
            }
            System.out.printf(
                    "scoring, columns to scores: median %,.0f rows/s%n", median(rates.subList(ROUNDS, rates.size())));
            long[] times = new long[200_000];
            for (int i = 0; i < times.length; i++) {
                int row = i % STEP;
                Scorer.Source one =
                        (input, from, to, target) -> RowTable.fill(columns, scales, row, row + 1, target);
                long start = System.nanoTime();
                scorer.run(1, one, (from, to, outputs) -> sink[0] = outputs[0][0]);
                times[i] = System.nanoTime() - start;
            }
            long[] last = Arrays.copyOfRange(times, times.length / 2, times.length);
            Arrays.sort(last);
            System.out.printf(
                    "one row: median %d ns, 99 %% within %d ns%n",
                    last[last.length / 2], last[(int) (last.length * 0.99)]);
        }
    }

    private void shuffle() {
        for (int i = ROWS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
    }

    private void write(Path folder) throws IOException {
        try (OutputStream x = Files.newOutputStream(folder.resolve("x.f32"));
                OutputStream y = Files.newOutputStream(folder.resolve("y.f32"))) {
            ByteBuffer rows = ByteBuffer.allocate(MORE * TightNn.FEATURES * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            ByteBuffer truths = ByteBuffer.allocate(MORE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int first = 0; first < labels.length; first += MORE) {
                rows.clear();
                truths.clear();
                for (int row = first; row < first + MORE; row++) {
                    for (float[] column : columns) {
                        rows.putFloat(column[row]);
                    }
                    truths.putFloat(labels[row]);
                }
                x.write(rows.array());
                y.write(truths.array());
            }
        }
    }

    private static double run(String command, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher matcher = RATE.matcher(output);
        if (!matcher.find()) {
            throw new IOException("the peer printed no 'median rows/s': " + output);
        }
        return Double.parseDouble(matcher.group(1).replace(",", ""));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
