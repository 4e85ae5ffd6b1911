package org.muonframework.dimuon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;

/** All rows of a dataset as doubles, by column. */
public record Sample(int rows, Map<String, double[]> columns) {

    public static Sample of(Dataset dataset) {
        return of(dataset, Set.copyOf(dataset.schema().names()));
    }

    /** The same of some columns. */
    public static Sample of(Dataset dataset, Set<String> names) {
        List<Batch> batches = new ArrayList<>();
        try (BatchReader reader = dataset.open(names)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches.add(batch.get());
            }
        }
        Map<String, double[]> columns = new HashMap<>();
        for (String name : names) {
            columns.put(
                    name,
                    batches.stream()
                            .flatMapToDouble(
                                    batch -> IntStream.range(0, batch.rows()).mapToDouble(batch.column(name)::doubleAt))
                            .toArray());
        }
        return new Sample(batches.stream().mapToInt(Batch::rows).sum(), columns);
    }

    public double[] get(String name) {
        return columns.get(name);
    }

    /** The rows for which the condition holds. */
    public Sample where(IntPredicate condition) {
        int[] chosen = IntStream.range(0, rows).filter(condition).toArray();
        Map<String, double[]> reduced = new HashMap<>();
        columns.forEach((name, values) -> reduced.put(
                name, Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray()));
        return new Sample(chosen.length, reduced);
    }

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    public static double standardDeviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** Half the width of the central 68.27 %. */
    public static double width68(double[] values) {
        return (quantile(values, 0.8413) - quantile(values, 0.1587)) / 2;
    }

    public static double fraction(double[] values, double low, double high) {
        return Arrays.stream(values).filter(x -> x > low && x < high).count() / (double) values.length;
    }

    public static double quantile(double[] values, double probability) {
        return new Percentile().evaluate(values, 100 * probability);
    }
}
