package org.muonframework.darksector.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;

/** Simulated rows as doubles, by column. */
record Rows(int size, Map<String, double[]> columns) {

    static Rows of(DarkSectorSettings settings, long seed, int threads) {
        Dataset dataset = dataset(settings, seed, threads);
        return of(dataset, Set.copyOf(dataset.schema().names()));
    }

    static Rows of(Dataset dataset, Set<String> names) {
        int size = (int) dataset.rows().orElseThrow();
        Map<String, double[]> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, new double[size]));
        int start = 0;
        try (BatchReader reader = dataset.open(names)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = next.get();
                for (String name : names) {
                    for (int row = 0; row < batch.rows(); row++) {
                        columns.get(name)[start + row] = batch.column(name).doubleAt(row);
                    }
                }
                start += batch.rows();
            }
        }
        return new Rows(size, columns);
    }

    static Dataset dataset(DarkSectorSettings settings, long seed, int threads) {
        return new DarkSectorSimulation().create(settings, Context.standalone(seed, threads));
    }

    static DarkSectorSettings signal(long eventsPerMass, Double... masses) {
        return new DarkSectorSettings(List.of(masses), eventsPerMass, 0, Optional.empty(), 178, true, false);
    }

    static DarkSectorSettings background(long events) {
        return new DarkSectorSettings(List.of(), 0, events, Optional.empty(), 178, true, false);
    }

    double[] get(String name) {
        return columns.get(name);
    }

    Rows where(IntPredicate condition) {
        int[] chosen = IntStream.range(0, size).filter(condition).toArray();
        Map<String, double[]> reduced = new HashMap<>();
        columns.forEach((name, values) -> reduced.put(
                name, Arrays.stream(chosen).mapToDouble(row -> values[row]).toArray()));
        return new Rows(chosen.length, reduced);
    }

    double sum(String name, IntPredicate condition) {
        double[] values = get(name);
        return IntStream.range(0, size)
                .filter(condition)
                .mapToDouble(row -> values[row])
                .sum();
    }
}
