package org.muonframework.data.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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
        double from = low.orElse(-Double.MAX_VALUE);
        double to = high.orElse(Double.MAX_VALUE);
        double[] inside = new double[values.length];
        double[] weightsInside = new double[values.length];
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        int kept = 0;
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (weights[row] > 0 && value >= from && value <= to) {
                inside[kept] = value;
                weightsInside[kept++] = weights[row];
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        return kept == 0
                ? Optional.empty()
                : between(
                        low.orElse(smallest),
                        high.orElse(largest),
                        Quantiles.of(Arrays.copyOf(inside, kept), Arrays.copyOf(weightsInside, kept)));
    }

    private Optional<Binning> between(double first, double last, Quantiles quantiles) {
        double[] inner = IntStream.range(1, count)
                .mapToDouble(i -> quantiles.at((double) i / count))
                .filter(edge -> edge > first && edge < last)
                .distinct()
                .toArray();
        double[] found = new double[inner.length + 2];
        found[0] = first;
        System.arraycopy(inner, 0, found, 1, inner.length);
        found[found.length - 1] = last;
        return first < last ? Optional.of(Binning.of(found)) : Optional.empty();
    }
}
