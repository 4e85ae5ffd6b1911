package org.muonframework.darksector.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.Schema;

/**
 * Fills columns with the candidates of events, four rows an event.
 *
 * @param columns the columns, in order
 */
record CandidateTable(List<CandidateColumn> columns) {

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

    /** Takes the rows of all events. */
    Map<String, Column> fill(Events events, RandomGenerator vertices) {
        double[][] values = new double[columns.size()][CandidateGroup.PAIRS * events.size];
        double[] one = new double[CandidateGroup.SIZE];
        boolean fit = columns.stream().anyMatch(CandidateColumn::ofVertex);
        CandidateGroup group = new CandidateGroup();
        for (int start = 0; start < events.size; start += CandidateGroup.SIZE) {
            group.take(events, start, Math.min(CandidateGroup.SIZE, events.size - start));
            if (fit) {
                group.fit(vertices);
            }
            for (int column = 0; column < values.length; column++) {
                fill(columns.get(column), group, one, values[column]);
            }
        }
        Map<String, Column> result = new LinkedHashMap<>();
        for (int column = 0; column < values.length; column++) {
            result.put(columns.get(column).spec().name(), column(columns.get(column), values[column]));
        }
        return result;
    }

    private static void fill(CandidateColumn column, CandidateGroup group, double[] one, double[] all) {
        for (int candidate = 0; candidate < CandidateGroup.PAIRS; candidate++) {
            if (candidate == 0 || !column.ofEvent()) {
                column.values().of(group, candidate, one);
            }
            int first = CandidateGroup.PAIRS * group.start + candidate;
            for (int i = 0; i < group.size; i++) {
                all[first + CandidateGroup.PAIRS * i] = one[i];
            }
        }
    }

    private static Column column(CandidateColumn column, double[] values) {
        return switch (column.spec().type()) {
            case LONG -> new Column.Longs(longs(values));
            case INT -> new Column.Ints(ints(values));
            case TEXT ->
                new Column.Texts(Arrays.stream(values).mapToObj(column.text()).toArray(String[]::new));
            default -> new Column.Doubles(values);
        };
    }

    private static long[] longs(double[] values) {
        long[] result = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (long) values[i];
        }
        return result;
    }

    private static int[] ints(double[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (int) values[i];
        }
        return result;
    }
}
