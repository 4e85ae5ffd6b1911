package org.muonframework.data;

import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** Collects a column that identifies events, without loss: integers as 64 bits, text as text. */
interface KeyColumn {

    /** Takes some rows of a column. */
    void append(Column column, int[] rows, int count);

    /** All values; none are left here. */
    Column drain();

    static KeyColumn of(ColumnType type) {
        return switch (type) {
            case TEXT -> new Texts(new Chunks<>(String[]::new));
            case DOUBLE, FLOAT -> new Doubles(new Chunks<>(double[]::new));
            case LONG, INT, BOOLEAN -> new Longs(new Chunks<>(long[]::new));
        };
    }

    /** Integers, and true and false as 1 and 0. */
    record Longs(Chunks<long[]> values) implements KeyColumn {
        @Override
        public void append(Column column, int[] rows, int count) {
            long[] some = new long[count];
            for (int i = 0; i < count; i++) {
                some[i] = column.longAt(rows[i]);
            }
            values.append(some, count);
        }

        @Override
        public Column drain() {
            return new Column.Longs(values.drain());
        }
    }

    /** Floating-point numbers. */
    record Doubles(Chunks<double[]> values) implements KeyColumn {
        @Override
        public void append(Column column, int[] rows, int count) {
            double[] some = new double[count];
            for (int i = 0; i < count; i++) {
                some[i] = column.doubleAt(rows[i]);
            }
            values.append(some, count);
        }

        @Override
        public Column drain() {
            return new Column.Doubles(values.drain());
        }
    }

    /** Texts. */
    record Texts(Chunks<String[]> values) implements KeyColumn {
        @Override
        public void append(Column column, int[] rows, int count) {
            String[] from = ((Column.Texts) column).values();
            String[] some = new String[count];
            for (int i = 0; i < count; i++) {
                some[i] = from[rows[i]];
            }
            values.append(some, count);
        }

        @Override
        public Column drain() {
            return new Column.Texts(values.drain());
        }
    }
}
