package org.muonframework.data.format.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The elements of a page as an array of Java's: {@code boolean[]}, {@code byte[]}, {@code short[]}, {@code int[]},
 * {@code long[]}, {@code float[]} or {@code double[]}.
 *
 * <p>Split columns store the first bytes of all elements, then the second ones and so on. Integers with a sign are
 * zigzag-encoded before (0, −1, 1, −2, … are 0, 1, 2, 3, …), and indexes are differences within the page. Truncated and
 * quantised numbers follow one another bit after bit, the lowest ones first.
 */
final class Decoder {

    private final ByteBuffer in;
    private final int count;

    private Decoder(byte[] page, int count) {
        in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        this.count = count;
    }

    /**
     * Decodes a page.
     *
     * @param column a column of a known type that is no switch
     * @param page at least the bytes of so many elements
     */
    static Object decode(ColumnRecord column, byte[] page, int count) {
        Decoder decoder = new Decoder(page, count);
        ColumnType type = column.type().orElseThrow();
        return switch (type) {
            case BIT -> decoder.booleans();
            case BYTE, CHAR, INT8, UINT8 -> Arrays.copyOf(page, count);
            case INT16, UINT16 -> decoder.shorts();
            case INT32, UINT32 -> decoder.ints();
            case INT64, UINT64, INDEX64 -> decoder.longs();
            case REAL16 -> floatsOfHalves(decoder.shorts());
            case REAL32 -> decoder.floats();
            case REAL64 -> decoder.doubles();
            case INDEX32 -> unsigned(decoder.ints());
            case SPLIT_INT16 -> unzigzag(decoder.splitShorts());
            case SPLIT_UINT16 -> decoder.splitShorts();
            case SPLIT_INT32 -> unzigzag(decoder.splitInts());
            case SPLIT_UINT32 -> decoder.splitInts();
            case SPLIT_INT64 -> unzigzag(decoder.splitLongs());
            case SPLIT_UINT64 -> decoder.splitLongs();
            case SPLIT_REAL16 -> floatsOfHalves(decoder.splitShorts());
            case SPLIT_REAL32 -> floats(decoder.splitInts());
            case SPLIT_REAL64 -> doubles(decoder.splitLongs());
            case SPLIT_INDEX32 -> unsigned(sums(decoder.splitInts()));
            case SPLIT_INDEX64 -> sums(decoder.splitLongs());
            case REAL32_TRUNC -> truncated(decoder.packed(column.bits()), column.bits());
            case REAL32_QUANT -> quantised(decoder.packed(column.bits()), column);
            case SWITCH -> throw new IllegalArgumentException("a switch is not decoded");
        };
    }

    private boolean[] booleans() {
        boolean[] out = new boolean[count];
        for (int i = 0; i < count; i++) {
            out[i] = ((in.get(i / Byte.SIZE) >> (i % Byte.SIZE)) & 1) != 0;
        }
        return out;
    }

    private short[] shorts() {
        short[] out = new short[count];
        in.asShortBuffer().get(out);
        return out;
    }

    private int[] ints() {
        int[] out = new int[count];
        in.asIntBuffer().get(out);
        return out;
    }

    private long[] longs() {
        long[] out = new long[count];
        in.asLongBuffer().get(out);
        return out;
    }

    private float[] floats() {
        float[] out = new float[count];
        in.asFloatBuffer().get(out);
        return out;
    }

    private double[] doubles() {
        double[] out = new double[count];
        in.asDoubleBuffer().get(out);
        return out;
    }

    private short[] splitShorts() {
        byte[] page = in.array();
        short[] out = new short[count];
        for (int i = 0; i < count; i++) {
            out[i] = (short) ((page[i] & 0xff) | page[count + i] << 8);
        }
        return out;
    }

    private int[] splitInts() {
        byte[] page = in.array();
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = (page[i] & 0xff)
                    | (page[count + i] & 0xff) << 8
                    | (page[2 * count + i] & 0xff) << 16
                    | page[3 * count + i] << 24;
        }
        return out;
    }

    private long[] splitLongs() {
        byte[] page = in.array();
        long[] out = new long[count];
        for (int part = 0; part < Long.BYTES; part++) {
            int from = part * count;
            int shift = part * Byte.SIZE;
            for (int i = 0; i < count; i++) {
                out[i] |= (page[from + i] & 0xffL) << shift;
            }
        }
        return out;
    }

    /** Numbers of at most 32 bits, one after the other. */
    private int[] packed(int bits) {
        byte[] page = in.array();
        int[] out = new int[count];
        long mask = (1L << bits) - 1;
        long waiting = 0;
        int waitingBits = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            while (waitingBits < bits) {
                waiting |= (page[next++] & 0xffL) << waitingBits;
                waitingBits += Byte.SIZE;
            }
            out[i] = (int) (waiting & mask);
            waiting >>>= bits;
            waitingBits -= bits;
        }
        return out;
    }

    private static short[] unzigzag(short[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) ((values[i] & 0xffff) >>> 1 ^ -(values[i] & 1));
        }
        return values;
    }

    private static int[] unzigzag(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] >>> 1 ^ -(values[i] & 1);
        }
        return values;
    }

    private static long[] unzigzag(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] >>> 1 ^ -(values[i] & 1);
        }
        return values;
    }

    private static int[] sums(int[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    private static long[] sums(long[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    private static long[] unsigned(int[] values) {
        long[] out = new long[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Integer.toUnsignedLong(values[i]);
        }
        return out;
    }

    private static float[] floats(int[] bits) {
        float[] out = new float[bits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Float.intBitsToFloat(bits[i]);
        }
        return out;
    }

    private static double[] doubles(long[] bits) {
        double[] out = new double[bits.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.longBitsToDouble(bits[i]);
        }
        return out;
    }

    /** Numbers of 16 bits (IEEE 754: 1 for the sign, 5 for the exponent, 10 for the fraction). */
    private static float[] floatsOfHalves(short[] bits) {
        float[] out = new float[bits.length];
        for (int i = 0; i < out.length; i++) {
            int sign = (bits[i] & 0x8000) << 16;
            int rest = (bits[i] & 0x7fff) << 13;
            boolean finite = (bits[i] & 0x7c00) != 0x7c00;
            // The exponent counts from another number: 2^112 between them, which is right for subnormal ones too.
            int scaled = finite ? Float.floatToRawIntBits(Float.intBitsToFloat(rest) * 0x1p112f) : rest | 0x7f800000;
            out[i] = Float.intBitsToFloat(sign | scaled);
        }
        return out;
    }

    private static float[] truncated(int[] values, int bits) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Float.intBitsToFloat(values[i] << (Float.SIZE - bits));
        }
        return out;
    }

    /** The least value plus a part of the range: q / (2^bits − 1). */
    private static double[] quantised(int[] values, ColumnRecord column) {
        double step = (column.max() - column.min()) / ((1L << column.bits()) - 1);
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.min() + Integer.toUnsignedLong(values[i]) * step;
        }
        return out;
    }
}
