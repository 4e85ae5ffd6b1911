package org.muonframework.data.format.files;

import java.util.Arrays;
import org.muonframework.spi.data.Column;

/** Some rows of a batch. */
public final class RowChoice {

    private final int[] rows;
    private final boolean all;

    /** The rows where the condition is true (1). */
    public RowChoice(double[] condition) {
        int[] chosen = new int[condition.length];
        int count = 0;
        for (int i = 0; i < condition.length; i++) {
            if (condition[i] == 1) {
                chosen[count++] = i;
            }
        }
        rows = Arrays.copyOf(chosen, count);
        all = count == condition.length;
    }

    /** The rows of these indices, in this order; one may be there several times. */
    RowChoice(int[] rows) {
        this.rows = rows;
        this.all = false;
    }

    /** Consecutive rows. */
    static RowChoice range(int first, int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> first + i);
        return new RowChoice(rows);
    }

    /** How many rows there are. */
    public int count() {
        return rows.length;
    }

    /** The values of these rows. */
    public Column of(Column column) {
        if (all) {
            return column;
        }
        int n = rows.length;
        if (column instanceof Column.Doubles doubles) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = doubles.values()[rows[i]];
            }
            return new Column.Doubles(values);
        }
        if (column instanceof Column.Floats floats) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++) {
                values[i] = floats.values()[rows[i]];
            }
            return new Column.Floats(values);
        }
        if (column instanceof Column.Longs longs) {
            long[] values = new long[n];
            for (int i = 0; i < n; i++) {
                values[i] = longs.values()[rows[i]];
            }
            return new Column.Longs(values);
        }
        if (column instanceof Column.Ints ints) {
            int[] values = new int[n];
            for (int i = 0; i < n; i++) {
                values[i] = ints.values()[rows[i]];
            }
            return new Column.Ints(values);
        }
        if (column instanceof Column.Booleans booleans) {
            boolean[] values = new boolean[n];
            for (int i = 0; i < n; i++) {
                values[i] = booleans.values()[rows[i]];
            }
            return new Column.Booleans(values);
        }
        if (column instanceof Column.Texts texts) {
            String[] values = new String[n];
            for (int i = 0; i < n; i++) {
                values[i] = texts.values()[rows[i]];
            }
            return new Column.Texts(values);
        }
        return lists((Column.Jagged) column);
    }

    private Column lists(Column.Jagged jagged) {
        int[] offsets = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            offsets[i + 1] = offsets[i] + jagged.offsets()[rows[i] + 1] - jagged.offsets()[rows[i]];
        }
        int[] elements = new int[offsets[rows.length]];
        int next = 0;
        for (int row : rows) {
            for (int element = jagged.offsets()[row]; element < jagged.offsets()[row + 1]; element++) {
                elements[next++] = element;
            }
        }
        return new Column.Jagged(offsets, new RowChoice(elements).of(jagged.values()));
    }
}
