package org.muonframework.softmuon.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/**
 * Fills columns with accepted candidates.
 *
 * @param columns the columns, in order
 */
record CandidateTable(List<CandidateColumn> columns) {

    /** Candidates that are simulated before their values are taken, column by column: few, to stay in the cache. */
    private static final int GROUP = 64;

    CandidateTable {
        columns = List.copyOf(columns);
    }

    Schema schema() {
        return new Schema(columns.stream().map(CandidateColumn::spec).toList(), List.of("background", "signal"));
    }

    /** The table of some of the columns; its candidates are the same. */
    CandidateTable only(Set<String> names) {
        return new CandidateTable(columns.stream()
                .filter(column -> names.contains(column.spec().name()))
                .toList());
    }

    /**
     * Simulates consecutive rows; the class of each is drawn.
     *
     * @param signalFraction chance that a row is signal
     * @param firstRow number of the first row, from 0
     */
    Map<String, Column> simulate(
            CandidateSimulation simulation, double signalFraction, long firstRow, int rows, RandomGenerator random) {
        double[][] values = new double[columns.size()][rows];
        Candidate[] group = new Candidate[GROUP];
        Arrays.setAll(group, i -> new Candidate());
        for (int start = 0; start < rows; start += GROUP) {
            int size = Math.min(GROUP, rows - start);
            for (int i = 0; i < size; i++) {
                group[i].event = firstRow + start + i + 1;
                group[i].signal = random.nextDouble() < signalFraction;
                simulation.next(group[i], random);
            }
            for (int column = 0; column < values.length; column++) {
                take(columns.get(column).value(), group, size, values[column], start);
            }
        }
        Map<String, Column> result = new LinkedHashMap<>();
        for (int column = 0; column < values.length; column++) {
            result.put(
                    columns.get(column).spec().name(),
                    column(columns.get(column).spec().type(), values[column]));
        }
        return result;
    }

    private static void take(
            ToDoubleFunction<Candidate> value, Candidate[] group, int size, double[] values, int start) {
        for (int i = 0; i < size; i++) {
            values[start + i] = value.applyAsDouble(group[i]);
        }
    }

    private static Column column(ColumnType type, double[] values) {
        return switch (type) {
            case LONG ->
                new Column.Longs(
                        Arrays.stream(values).mapToLong(value -> (long) value).toArray());
            case INT ->
                new Column.Ints(
                        Arrays.stream(values).mapToInt(value -> (int) value).toArray());
            default -> new Column.Doubles(values);
        };
    }
}
