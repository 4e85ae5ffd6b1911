package org.muonframework.data.format.duckdb;

import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** Collects the values of one column from chunk to chunk; a missing number is NaN, a missing text empty. */
public abstract class ColumnBuffer {

    private int size;

    private ColumnBuffer() {}

    /** A buffer for values of a type. */
    public static ColumnBuffer of(ColumnType type, int capacity) {
        return switch (type) {
            case DOUBLE -> new Doubles(capacity);
            case FLOAT -> new Floats(capacity);
            case LONG -> new Longs(capacity);
            case INT -> new Ints(capacity);
            case BOOLEAN -> new Booleans(capacity);
            case TEXT -> new Texts(capacity);
        };
    }

    /** Adds values of a vector, from a position on. */
    final void append(DuckDBReadableVector vector, int from, int count) {
        reserve(size + count);
        copy(vector, from, size, count);
        size += count;
    }

    /** The values collected, of which the buffer keeps nothing. */
    public final Column take() {
        Column taken = take(size);
        size = 0;
        return taken;
    }

    abstract void reserve(int capacity);

    abstract void copy(DuckDBReadableVector vector, int from, int to, int count);

    abstract Column take(int count);

    private static int larger(int length, int needed) {
        return Math.max(needed, length + (length >> 1));
    }

    private static final class Doubles extends ColumnBuffer {
        private double[] values;

        Doubles(int capacity) {
            values = new double[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.getDouble(from + i, Double.NaN);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Doubles(Arrays.copyOf(values, count));
            }
            Column full = new Column.Doubles(values);
            values = new double[count];
            return full;
        }
    }

    private static final class Floats extends ColumnBuffer {
        private float[] values;

        Floats(int capacity) {
            values = new float[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.getFloat(from + i, Float.NaN);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Floats(Arrays.copyOf(values, count));
            }
            Column full = new Column.Floats(values);
            values = new float[count];
            return full;
        }
    }

    private static final class Longs extends ColumnBuffer {
        private long[] values;

        Longs(int capacity) {
            values = new long[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.getLong(from + i);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Longs(Arrays.copyOf(values, count));
            }
            Column full = new Column.Longs(values);
            values = new long[count];
            return full;
        }
    }

    private static final class Ints extends ColumnBuffer {
        private int[] values;

        Ints(int capacity) {
            values = new int[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.getInt(from + i);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Ints(Arrays.copyOf(values, count));
            }
            Column full = new Column.Ints(values);
            values = new int[count];
            return full;
        }
    }

    private static final class Booleans extends ColumnBuffer {
        private boolean[] values;

        Booleans(int capacity) {
            values = new boolean[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.getBoolean(from + i);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Booleans(Arrays.copyOf(values, count));
            }
            Column full = new Column.Booleans(values);
            values = new boolean[count];
            return full;
        }
    }

    private static final class Texts extends ColumnBuffer {
        private String[] values;

        Texts(int capacity) {
            values = new String[capacity];
        }

        @Override
        void reserve(int capacity) {
            values = capacity <= values.length ? values : Arrays.copyOf(values, larger(values.length, capacity));
        }

        @Override
        void copy(DuckDBReadableVector vector, int from, int to, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = vector.isNull(from + i) ? "" : vector.getString(from + i);
            }
        }

        @Override
        Column take(int count) {
            if (count < values.length) {
                return new Column.Texts(Arrays.copyOf(values, count));
            }
            Column full = new Column.Texts(values);
            values = new String[count];
            return full;
        }
    }
}
