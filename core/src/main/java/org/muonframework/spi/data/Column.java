package org.muonframework.spi.data;

/** The values of one column over the rows of a batch: a primitive array, or offsets into one when jagged. */
public sealed interface Column {

    /** Number of rows. */
    int size();

    /**
     * The value of one row as a double; booleans are 1 or 0.
     *
     * @throws IllegalStateException for text and jagged columns
     */
    double doubleAt(int row);

    /**
     * The value of one row as a long, exact for integer columns.
     *
     * @throws IllegalStateException for text and jagged columns
     */
    default long longAt(int row) {
        return (long) doubleAt(row);
    }

    /** 64-bit floating-point values. */
    record Doubles(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            return values[row];
        }
    }

    /** 32-bit floating-point values. */
    record Floats(float[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            return values[row];
        }
    }

    /** 64-bit integers. */
    record Longs(long[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            return values[row];
        }

        @Override
        public long longAt(int row) {
            return values[row];
        }
    }

    /** 32-bit integers. */
    record Ints(int[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            return values[row];
        }

        @Override
        public long longAt(int row) {
            return values[row];
        }
    }

    /** True or false. */
    record Booleans(boolean[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            return values[row] ? 1.0 : 0.0;
        }
    }

    /** Text; an absent value is the empty string. */
    record Texts(String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double doubleAt(int row) {
            throw new IllegalStateException("text is not a number: '" + values[row] + "'");
        }
    }

    /**
     * A list of values in every row: row {@code i} holds {@code values} from {@code offsets[i]} to before
     * {@code offsets[i + 1]}.
     *
     * @param offsets one more than there are rows, not decreasing
     * @param values the elements of all rows, one after the other
     */
    record Jagged(int[] offsets, Column values) implements Column {
        @Override
        public int size() {
            return offsets.length - 1;
        }

        @Override
        public double doubleAt(int row) {
            throw new IllegalStateException("a row of a jagged column is a list, not a number");
        }
    }
}
