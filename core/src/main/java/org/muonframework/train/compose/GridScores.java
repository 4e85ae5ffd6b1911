package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.Context;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;
import org.slf4j.Logger;

/** The loss of each point on each fold, as far as it is known; kept in the checkpoint. Several threads may use it. */
final class GridScores {

    private static final String NAME = "scores.json";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /**
     * What the checkpoint holds.
     *
     * @param fingerprint of grid, data and seed
     * @param losses by point and fold; NaN where it is not known yet
     * @param seconds time spent so far
     */
    record State(String fingerprint, double[][] losses, double seconds) {}

    private final Grid grid;
    private final Optional<Path> file;
    private final String fingerprint;
    private final double[][] losses;
    private final double secondsBefore;
    private final long begun = System.nanoTime();
    private long written = begun;
    private double seconds;

    private GridScores(Grid grid, Optional<Path> file, State state) {
        this.grid = grid;
        this.file = file;
        fingerprint = state.fingerprint();
        losses = state.losses();
        secondsBefore = state.seconds();
        seconds = secondsBefore;
    }

    /** Those of an interrupted search for the same grid, data and seed, else none. */
    static GridScores open(Grid grid, TrainingData data, Context context, Optional<Path> checkpoint) {
        Optional<Path> file = checkpoint.map(directory -> directory.resolve(NAME));
        String fingerprint = file.isEmpty()
                ? ""
                : Fingerprint.of(new GridSource(grid) + " " + context.random().seed(), data);
        State state = file.filter(Files::exists)
                .flatMap(existing -> read(existing, fingerprint, context.log()))
                .orElseGet(() -> new State(fingerprint, unknown(grid), 0));
        return new GridScores(grid, file, state);
    }

    private static double[][] unknown(Grid grid) {
        double[][] losses = new double[grid.points().size()][grid.folds()];
        Arrays.stream(losses).forEach(ofPoint -> Arrays.fill(ofPoint, Double.NaN));
        return losses;
    }

    private static Optional<State> read(Path file, String fingerprint, Logger log) {
        try {
            State state = Json.read(file, State.class);
            if (!state.fingerprint().equals(fingerprint)) {
                log.warn("{} is of another grid or other data: the search starts anew", file);
                return Optional.empty();
            }
            return Optional.of(state);
        } catch (IOException e) {
            log.warn("{} cannot be used ({}): the search starts anew", file, e.getMessage());
            return Optional.empty();
        }
    }

    synchronized boolean knows(int point, int fold) {
        return !Double.isNaN(losses[point][fold]);
    }

    /** Takes a loss. */
    synchronized void add(int point, int fold, double loss) {
        losses[point][fold] = loss;
        if (System.nanoTime() - written >= INTERVAL.toNanos()) {
            write();
        }
    }

    /** Writes what is known to the checkpoint. */
    synchronized void write() {
        written = System.nanoTime();
        seconds = secondsBefore + (written - begun) * 1e-9;
        file.ifPresent(path -> {
            try {
                Json.write(path, new State(fingerprint, losses, seconds));
            } catch (IOException e) {
                throw AtomicFile.unwritable(path, e);
            }
        });
    }

    /** Wall-clock time of the search until it was last written, with that before an interruption. */
    synchronized double seconds() {
        return seconds;
    }

    /**
     * What was found, once all losses are known.
     *
     * @param weights the sum of training weights of each fold
     */
    synchronized Search search(double[] weights) {
        List<Search.Point> points = new ArrayList<>();
        int best = 0;
        for (int point = 0; point < losses.length; point++) {
            double mean = mean(losses[point], weights);
            points.add(new Search.Point(grid.points().get(point).values(), mean, error(losses[point], weights, mean)));
            if (mean < points.get(best).loss()) {
                best = point;
            }
        }
        return new Search("", grid.folds(), grid.keys(), points, best);
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double sumOfWeights = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            sumOfWeights += weights[i];
        }
        return sum / sumOfWeights;
    }

    /**
     * The standard error of a weighted mean from the spread of its n values,
     * sqrt(n / (n − 1) Σ wᵢ² (xᵢ − x̄)²) / Σ wᵢ, which for equal weights is s / √n (Cochran 1977, Sampling Techniques,
     * 3rd edition, eq. 6.13 for ratios). Folds share training rows: it is somewhat too small.
     */
    private static double error(double[] values, double[] weights, double mean) {
        double squares = 0;
        double sumOfWeights = 0;
        for (int i = 0; i < values.length; i++) {
            double deviation = weights[i] * (values[i] - mean);
            squares += deviation * deviation;
            sumOfWeights += weights[i];
        }
        return Math.sqrt(squares * values.length / (values.length - 1)) / sumOfWeights;
    }
}
