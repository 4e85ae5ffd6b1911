package org.muonframework.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.stats.Quantiles;

/**
 * How fast a trained model scores rows that are in memory.
 *
 * <p>Both are medians over repeated calls after a warm-up. Rows are scored in a block that is doubled until a call
 * takes a fiftieth of a second or the block has all rows. The warm-up lasts until calls have not become faster for some
 * time, because the compiler goes on in the background; measuring takes between half a second and some seconds.
 *
 * @param rowsPerSecond of a block; NaN without rows
 * @param latency seconds for a single row; NaN without rows
 */
record ScoringSpeed(double rowsPerSecond, double latency) {

    private static final int SMALLEST_BLOCK = 16;
    private static final int SINGLE_ROWS = 16;
    private static final int FEWEST_CALLS = 3;
    private static final int MOST_CALLS = 10_000;
    private static final double BLOCK_SECONDS = 0.02;
    private static final double SECONDS = 0.05;
    private static final double MOST_SECONDS = 2;
    private static final double FASTER = 0.9;
    private static final int SETTLED_ROUNDS = 4;
    private static final double NANO = 1e-9;
    private static final double MICROSECONDS = 1e6;

    /**
     * Measures.
     *
     * @param all what the model takes
     */
    static ScoringSpeed measure(TrainedModel model, Features all) {
        int rows = all.rows();
        if (rows == 0) {
            return new ScoringSpeed(Double.NaN, Double.NaN);
        }
        List<Features> single = IntStream.range(0, Math.min(rows, SINGLE_ROWS))
                .mapToObj(row -> all.range(row, row + 1))
                .toList();
        double latency = median(model, call -> single.get(call % single.size()));
        Features block = all.range(0, Math.min(rows, SMALLEST_BLOCK));
        while (block.rows() < rows && seconds(model, block) < BLOCK_SECONDS) {
            block = all.range(0, (int) Math.min(rows, 2L * block.rows()));
        }
        Features largest = block;
        return new ScoringSpeed(largest.rows() / median(model, call -> largest), latency);
    }

    /** The two as values of the part whose rows were scored. */
    List<MetricValue> values(Part part) {
        List<MetricValue> values = List.of(
                MetricValue.of("scoring-rows-per-second", part, rowsPerSecond),
                MetricValue.of("scoring-latency", part, latency * MICROSECONDS).in("us"));
        return Double.isNaN(latency)
                ? values.stream()
                        .map(value -> value.with("note", "there is no row to score"))
                        .toList()
                : values;
    }

    /** Median time of a call in the last of the rounds. */
    private static double median(TrainedModel model, IntFunction<Features> rows) {
        double fastest = Double.POSITIVE_INFINITY;
        double median = Double.NaN;
        double spent = 0;
        for (int settled = 0; settled < SETTLED_ROUNDS && spent < MOST_SECONDS; ) {
            double[] times = times(model, rows);
            median = Quantiles.median(times);
            settled = median < FASTER * fastest ? 0 : settled + 1;
            fastest = Math.min(fastest, median);
            spent += Arrays.stream(times).sum();
        }
        return median;
    }

    private static double[] times(TrainedModel model, IntFunction<Features> rows) {
        double[] times = new double[MOST_CALLS];
        double spent = 0;
        int calls = 0;
        while (calls < FEWEST_CALLS || (spent < SECONDS && calls < MOST_CALLS)) {
            times[calls] = seconds(model, rows.apply(calls));
            spent += times[calls++];
        }
        return Arrays.copyOf(times, calls);
    }

    private static double seconds(TrainedModel model, Features rows) {
        long start = System.nanoTime();
        model.predict(rows);
        return (System.nanoTime() - start) * NANO;
    }
}
