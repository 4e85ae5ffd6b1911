package org.muonframework.data.transform;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;

/** Runs of consecutive rows: cut out of a batch, and joined again. */
final class RowRuns {

    private RowRuns() {}

    /**
     * Some rows of a batch; lists share their values with it.
     *
     * @param columns the columns to take, as far as they are there
     * @param from the first row
     * @param to the row after the last
     */
    static Batch of(Batch batch, Set<String> columns, int from, int to) {
        Map<String, Column> some = new HashMap<>();
        batch.columns().forEach((name, column) -> {
            if (columns.contains(name)) {
                some.put(name, cut(column, from, to));
            }
        });
        return new Batch(to - from, some, batch.source(), batch.firstRow() + from);
    }

    private static Column cut(Column column, int from, int to) {
        if (from == 0 && to == column.size()) {
            return column;
        }
        if (column instanceof Column.Doubles doubles) {
            return new Column.Doubles(Arrays.copyOfRange(doubles.values(), from, to));
        }
        if (column instanceof Column.Floats floats) {
            return new Column.Floats(Arrays.copyOfRange(floats.values(), from, to));
        }
        if (column instanceof Column.Longs longs) {
            return new Column.Longs(Arrays.copyOfRange(longs.values(), from, to));
        }
        if (column instanceof Column.Ints ints) {
            return new Column.Ints(Arrays.copyOfRange(ints.values(), from, to));
        }
        if (column instanceof Column.Booleans booleans) {
            return new Column.Booleans(Arrays.copyOfRange(booleans.values(), from, to));
        }
        if (column instanceof Column.Texts texts) {
            return new Column.Texts(Arrays.copyOfRange(texts.values(), from, to));
        }
        Column.Jagged lists = (Column.Jagged) column;
        return new Column.Jagged(Arrays.copyOfRange(lists.offsets(), from, to + 1), lists.values());
    }

    /** The values of all runs one after the other; all are of one type. */
    static Column joined(List<Column> runs) {
        Column first = runs.get(0);
        if (runs.size() == 1) {
            return first;
        }
        if (first instanceof Column.Doubles) {
            return new Column.Doubles(joined(runs, double[].class, column -> ((Column.Doubles) column).values()));
        }
        if (first instanceof Column.Floats) {
            return new Column.Floats(joined(runs, float[].class, column -> ((Column.Floats) column).values()));
        }
        if (first instanceof Column.Longs) {
            return new Column.Longs(joined(runs, long[].class, column -> ((Column.Longs) column).values()));
        }
        if (first instanceof Column.Ints) {
            return new Column.Ints(joined(runs, int[].class, column -> ((Column.Ints) column).values()));
        }
        if (first instanceof Column.Booleans) {
            return new Column.Booleans(joined(runs, boolean[].class, column -> ((Column.Booleans) column).values()));
        }
        if (first instanceof Column.Texts) {
            return new Column.Texts(joined(runs, String[].class, column -> ((Column.Texts) column).values()));
        }
        return lists(runs.stream().map(Column.Jagged.class::cast).toList());
    }

    private static Column lists(List<Column.Jagged> runs) {
        int[] offsets = new int[runs.stream().mapToInt(Column::size).sum() + 1];
        int row = 0;
        for (Column.Jagged run : runs) {
            int shift = offsets[row] - run.offsets()[0];
            for (int i = 1; i <= run.size(); i++) {
                offsets[++row] = Math.addExact(run.offsets()[i], shift);
            }
        }
        return new Column.Jagged(
                offsets,
                joined(runs.stream()
                        .map(run -> cut(run.values(), run.offsets()[0], run.offsets()[run.size()]))
                        .toList()));
    }

    private static <A> A joined(List<Column> runs, Class<A> type, Function<Column, A> values) {
        int length = runs.stream().mapToInt(Column::size).sum();
        A all = type.cast(Array.newInstance(type.getComponentType(), length));
        int at = 0;
        for (Column run : runs) {
            System.arraycopy(values.apply(run), 0, all, at, run.size());
            at += run.size();
        }
        return all;
    }
}
