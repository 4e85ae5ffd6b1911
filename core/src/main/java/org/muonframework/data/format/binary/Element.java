package org.muonframework.data.format.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/**
 * How the bytes of one value are read.
 *
 * @param type what the values become
 * @param size bytes of a value
 * @param decoder reads values that lie one after the other
 */
public record Element(ColumnType type, int size, Decoder decoder) {

    /** Reads values that lie one after the other. */
    @FunctionalInterface
    public interface Decoder {

        /**
         * Reads the first values of a buffer; its position, limit and order do not matter to the caller afterwards.
         *
         * @throws ArithmeticException if a value does not fit its type, naming the value
         */
        Column decode(ByteBuffer bytes, int count);
    }

    /** Integers of 1, 2, 4 or 8 bytes. */
    public static Element signed(int size, ByteOrder order) {
        return switch (size) {
            case 1 -> new Element(ColumnType.INT, size, (bytes, count) -> ints(count, i -> bytes.get(i)));
            case 2 ->
                new Element(ColumnType.INT, size, (bytes, count) -> {
                    ByteBuffer ordered = bytes.order(order);
                    return ints(count, i -> ordered.getShort(2 * i));
                });
            case 4 ->
                new Element(ColumnType.INT, size, (bytes, count) -> {
                    int[] values = new int[count];
                    bytes.order(order).asIntBuffer().get(values);
                    return new Column.Ints(values);
                });
            case 8 ->
                new Element(ColumnType.LONG, size, (bytes, count) -> new Column.Longs(longs(bytes, order, count)));
            default -> throw new IllegalArgumentException("no integers have " + size + " bytes");
        };
    }

    /** Integers from 0 on, of 1, 2, 4 or 8 bytes; those above 2^63 - 1 are refused when they are read. */
    public static Element unsigned(int size, ByteOrder order) {
        return switch (size) {
            case 1 -> new Element(ColumnType.INT, size, (bytes, count) -> ints(count, i -> bytes.get(i) & 0xff));
            case 2 ->
                new Element(ColumnType.INT, size, (bytes, count) -> {
                    ByteBuffer ordered = bytes.order(order);
                    return ints(count, i -> ordered.getChar(2 * i));
                });
            case 4 ->
                new Element(ColumnType.LONG, size, (bytes, count) -> {
                    ByteBuffer ordered = bytes.order(order);
                    long[] values = new long[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = Integer.toUnsignedLong(ordered.getInt(4 * i));
                    }
                    return new Column.Longs(values);
                });
            case 8 ->
                new Element(ColumnType.LONG, size, (bytes, count) -> {
                    long[] values = longs(bytes, order, count);
                    for (long value : values) {
                        if (value < 0) {
                            throw new ArithmeticException(Long.toUnsignedString(value) + " is above " + Long.MAX_VALUE
                                    + ", the largest integer that can be read");
                        }
                    }
                    return new Column.Longs(values);
                });
            default -> throw new IllegalArgumentException("no integers have " + size + " bytes");
        };
    }

    /** IEEE 754 numbers of 2, 4 or 8 bytes. */
    public static Element floating(int size, ByteOrder order) {
        return switch (size) {
            case 2 ->
                new Element(ColumnType.FLOAT, size, (bytes, count) -> {
                    ByteBuffer ordered = bytes.order(order);
                    float[] values = new float[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = HalfFloat.toFloat(ordered.getShort(2 * i));
                    }
                    return new Column.Floats(values);
                });
            case 4 ->
                new Element(ColumnType.FLOAT, size, (bytes, count) -> {
                    float[] values = new float[count];
                    bytes.order(order).asFloatBuffer().get(values);
                    return new Column.Floats(values);
                });
            case 8 ->
                new Element(ColumnType.DOUBLE, size, (bytes, count) -> {
                    double[] values = new double[count];
                    bytes.order(order).asDoubleBuffer().get(values);
                    return new Column.Doubles(values);
                });
            default -> throw new IllegalArgumentException("no IEEE 754 numbers have " + size + " bytes");
        };
    }

    /** Truth values, one a byte: false is 0. */
    public static Element truth() {
        return new Element(ColumnType.BOOLEAN, 1, (bytes, count) -> {
            boolean[] values = new boolean[count];
            for (int i = 0; i < count; i++) {
                values[i] = bytes.get(i) != 0;
            }
            return new Column.Booleans(values);
        });
    }

    private static Column ints(int count, IntUnaryOperator value) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = value.applyAsInt(i);
        }
        return new Column.Ints(values);
    }

    private static long[] longs(ByteBuffer bytes, ByteOrder order, int count) {
        long[] values = new long[count];
        bytes.order(order).asLongBuffer().get(values);
        return values;
    }
}
