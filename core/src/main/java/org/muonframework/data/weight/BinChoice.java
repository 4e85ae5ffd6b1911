package org.muonframework.data.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Quantiles;

/**
 * How a variable is binned: between given edges, or in bins of equal weight.
 *
 * @param edges the edges, increasing; empty for bins of equal weight
 * @param count number of bins of equal weight
 * @param low where bins of equal weight begin; the smallest value if empty
 * @param high where they end; the largest value if empty
 */
public record BinChoice(List<Double> edges, int count, OptionalDouble low, OptionalDouble high) {

    public BinChoice {
        edges = List.copyOf(edges);
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }

    /** Bins between edges. */
    public static BinChoice between(Double... edges) {
        return new BinChoice(List.of(edges), edges.length - 1, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Bins of equal weight over all values. */
    public static BinChoice ofEqualWeight(int count) {
        return new BinChoice(List.of(), count, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Number of bins; fewer come out if a single value has the weight of several. */
    public int bins() {
        return edges.isEmpty() ? count : edges.size() - 1;
    }

    /**
     * The bins for some values; those that are not finite are passed over.
     *
     * @param weights none negative
     * @return empty if the values between {@code low} and {@code high} are not at least two different ones
     */
    Optional<Binning> fit(double[] values, double[] weights) {
        if (!edges.isEmpty()) {
            return Optional.of(
                    Binning.of(edges.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> Double.isFinite(values[row]) && weights[row] > 0)
                .filter(row -> values[row] >= low.orElse(values[row]) && values[row] <= high.orElse(values[row]))
                .toArray();
        double[] inside = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        Quantiles quantiles = Quantiles.of(
                inside, Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
        DoubleStream inner = IntStream.range(1, count).mapToDouble(i -> quantiles.at((double) i / count));
        double first = low.orElseGet(() -> Arrays.stream(inside).min().orElse(Double.NaN));
        double last = high.orElseGet(() -> Arrays.stream(inside).max().orElse(Double.NaN));
        double[] found = DoubleStream.concat(
                        DoubleStream.of(first),
                        DoubleStream.concat(inner.filter(edge -> edge > first && edge < last), DoubleStream.of(last)))
                .distinct()
                .toArray();
        return inside.length == 0 || found.length < 2 ? Optional.empty() : Optional.of(Binning.of(found));
    }
}
