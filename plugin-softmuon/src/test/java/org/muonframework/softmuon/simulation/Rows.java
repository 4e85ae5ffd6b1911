package org.muonframework.softmuon.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;

/** Simulated rows as doubles, by column, without the prefix of the muon. */
record Rows(int size, Map<String, double[]> columns) {

    static Rows of(SoftMuonSettings settings, long seed, int threads) {
        return of(new SoftMuonSimulation().create(settings, Context.standalone(seed, threads)));
    }

    static Rows of(Dataset dataset) {
        return of(dataset, Set.copyOf(dataset.schema().names()));
    }

    static Rows of(Dataset dataset, Set<String> names) {
        int size = (int) dataset.rows().orElseThrow();
        Map<String, double[]> columns = new HashMap<>();
        names.forEach(name -> columns.put(shortName(name), new double[size]));
        int filled = 0;
        try (BatchReader reader = dataset.open(names)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = next.get();
                int start = filled;
                for (String name : names) {
                    double[] values = columns.get(shortName(name));
                    IntStream.range(0, batch.rows())
                            .forEach(row ->
                                    values[start + row] = batch.column(name).doubleAt(row));
                }
                filled += batch.rows();
            }
        }
        return new Rows(size, columns);
    }

    double[] get(String name) {
        return columns.get(name);
    }

    Rows signal() {
        return where(row -> get("label")[row] == 1);
    }

    Rows background() {
        return where(row -> get("label")[row] == 0);
    }

    Rows where(IntPredicate condition) {
        int[] chosen = IntStream.range(0, size).filter(condition).toArray();
        Map<String, double[]> reduced = new HashMap<>();
        columns.forEach((name, values) -> reduced.put(
                name, Arrays.stream(chosen).mapToDouble(row -> values[row]).toArray()));
        return new Rows(chosen.length, reduced);
    }

    double share(IntPredicate condition) {
        return IntStream.range(0, size).filter(condition).count() / (double) size;
    }

    private static String shortName(String name) {
        return name.startsWith(SoftMuonColumns.PREFIX) ? name.substring(SoftMuonColumns.PREFIX.length()) : name;
    }
}
