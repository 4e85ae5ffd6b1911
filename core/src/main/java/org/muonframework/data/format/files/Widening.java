package org.muonframework.data.format.files;

import java.util.Optional;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** Brings columns of different numeric types to one that holds the values of all. */
final class Widening {

    private Widening() {}

    /** The narrowest type that holds the values of both (a float and an integer need a double), if there is one. */
    static Optional<ColumnType> common(ColumnType one, ColumnType other) {
        if (one == other) {
            return Optional.of(one);
        }
        if (!one.isNumeric() || !other.isNumeric()) {
            return Optional.empty();
        }
        if (one == ColumnType.BOOLEAN || other == ColumnType.BOOLEAN) {
            return Optional.of(one == ColumnType.BOOLEAN ? other : one);
        }
        boolean integers = isInteger(one) && isInteger(other);
        return Optional.of(integers ? ColumnType.LONG : ColumnType.DOUBLE);
    }

    /** Whether the values are whole numbers. */
    private static boolean isInteger(ColumnType type) {
        return type == ColumnType.INT || type == ColumnType.LONG;
    }

    /** The same values in another type, which holds them all. */
    static Column widen(Column column, ColumnType type) {
        if (column instanceof Column.Jagged jagged) {
            return new Column.Jagged(jagged.offsets(), widen(jagged.values(), type));
        }
        int rows = column.size();
        return switch (type) {
            case DOUBLE -> {
                if (column instanceof Column.Doubles) {
                    yield column;
                }
                double[] values = new double[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = column.doubleAt(i);
                }
                yield new Column.Doubles(values);
            }
            case FLOAT -> {
                if (column instanceof Column.Floats) {
                    yield column;
                }
                float[] values = new float[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = (float) column.doubleAt(i);
                }
                yield new Column.Floats(values);
            }
            case LONG -> {
                if (column instanceof Column.Longs) {
                    yield column;
                }
                long[] values = new long[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = column.longAt(i);
                }
                yield new Column.Longs(values);
            }
            case INT -> {
                if (column instanceof Column.Ints) {
                    yield column;
                }
                int[] values = new int[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = (int) column.longAt(i);
                }
                yield new Column.Ints(values);
            }
            case BOOLEAN, TEXT -> column;
        };
    }
}
