package org.muonframework.data.format.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is encoded as the format says is decoded to the same; the encoders here are as slow and plain as they can be. */
class DecoderTest {

    @Property(tries = 50)
    void integersOfAnySize(@ForAll long[] values) {
        short[] shorts = new short[values.length];
        int[] ints = new int[values.length];
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
            ints[i] = (int) values[i];
            bytes[i] = (byte) values[i];
        }
        assertThat(decode(ColumnType.INT64, 64, plain(values, 8))).isEqualTo(values);
        assertThat(decode(ColumnType.SPLIT_UINT64, 64, split(values, 8))).isEqualTo(values);
        assertThat(decode(ColumnType.UINT32, 32, plain(values, 4))).isEqualTo(ints);
        assertThat(decode(ColumnType.SPLIT_UINT32, 32, split(values, 4))).isEqualTo(ints);
        assertThat(decode(ColumnType.INT16, 16, plain(values, 2))).isEqualTo(shorts);
        assertThat(decode(ColumnType.SPLIT_UINT16, 16, split(values, 2))).isEqualTo(shorts);
        assertThat(decode(ColumnType.CHAR, 8, plain(values, 1))).isEqualTo(bytes);
    }

    @Property(tries = 50)
    void zigzag(@ForAll long[] longs, @ForAll int[] ints, @ForAll short[] shorts) {
        assertThat(decode(ColumnType.SPLIT_INT64, 64, split(zigzag(longs), 8))).isEqualTo(longs);
        assertThat(decode(ColumnType.SPLIT_INT32, 32, split(zigzag(longs(ints)), 4)))
                .isEqualTo(ints);
        long[] wide = new long[shorts.length];
        for (int i = 0; i < shorts.length; i++) {
            wide[i] = shorts[i];
        }
        assertThat(decode(ColumnType.SPLIT_INT16, 16, split(zigzag(wide), 2))).isEqualTo(shorts);
    }

    @Property(tries = 50)
    void indexes(@ForAll int[] lengths) {
        long[] ends = new long[lengths.length];
        long end = 0;
        for (int i = 0; i < lengths.length; i++) {
            end += lengths[i] & 0xff_ffff;
            ends[i] = end;
        }
        assertThat(decode(ColumnType.INDEX64, 64, plain(ends, 8))).isEqualTo(ends);
        assertThat(decode(ColumnType.SPLIT_INDEX64, 64, split(differences(ends), 8)))
                .isEqualTo(ends);
        for (int i = 0; i < ends.length; i++) {
            ends[i] &= 0xffff_ffffL;
        }
        assertThat(decode(ColumnType.INDEX32, 32, plain(ends, 4))).isEqualTo(ends);
        assertThat(decode(ColumnType.SPLIT_INDEX32, 32, split(differences(ends), 4)))
                .isEqualTo(ends);
    }

    @Property(tries = 50)
    void realNumbers(@ForAll float[] floats, @ForAll double[] doubles) {
        long[] floatBits = new long[floats.length];
        for (int i = 0; i < floats.length; i++) {
            floatBits[i] = Float.floatToRawIntBits(floats[i]);
        }
        long[] doubleBits = new long[doubles.length];
        for (int i = 0; i < doubles.length; i++) {
            doubleBits[i] = Double.doubleToRawLongBits(doubles[i]);
        }
        assertThat(decode(ColumnType.REAL32, 32, plain(floatBits, 4))).isEqualTo(floats);
        assertThat(decode(ColumnType.SPLIT_REAL32, 32, split(floatBits, 4))).isEqualTo(floats);
        assertThat(decode(ColumnType.REAL64, 64, plain(doubleBits, 8))).isEqualTo(doubles);
        assertThat(decode(ColumnType.SPLIT_REAL64, 64, split(doubleBits, 8))).isEqualTo(doubles);
    }

    @Property(tries = 50)
    void bits(@ForAll boolean[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = values[i] ? 1 : 0;
        }
        assertThat(decode(ColumnType.BIT, 1, packed(bits, 1))).isEqualTo(values);
    }

    @Property(tries = 200)
    void truncatedNumbersKeepTheirUpperBits(@ForAll float[] values, @ForAll @IntRange(min = 10, max = 31) int bits) {
        long[] upper = new long[values.length];
        float[] expected = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int all = Float.floatToRawIntBits(values[i]);
            upper[i] = Integer.toUnsignedLong(all) >>> (32 - bits);
            expected[i] = Float.intBitsToFloat(all & (-1 << (32 - bits)));
        }
        assertThat(decode(ColumnType.REAL32_TRUNC, bits, packed(upper, bits))).isEqualTo(expected);
    }

    @Property(tries = 200)
    void quantisedNumbersAreWithinHalfAStep(@ForAll int[] values, @ForAll @IntRange(min = 1, max = 32) int bits) {
        double min = -2;
        double range = 5;
        double steps = Math.pow(2, bits) - 1;
        long[] quanta = new long[values.length];
        double[] expected = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double part = Integer.toUnsignedLong(values[i]) / (Math.pow(2, 32) - 1);
            expected[i] = min + range * part;
            quanta[i] = Math.round(part * steps);
        }
        double[] decoded = (double[]) decode(ColumnType.REAL32_QUANT, bits, packed(quanta, bits));
        assertThat(decoded).containsExactly(expected, Offset.offset(range / steps / 2 * (1 + 1e-6)));
    }

    @Test
    void numbersOf16BitsAreThoseOfIeee754() {
        long[] bits = {0x0000, 0x8000, 0x0001, 0x03ff, 0x0400, 0x3555, 0x3c00, 0xc000, 0x7bff, 0x7c00, 0xfc00, 0x7e00};
        float[] expected = {
            0f,
            -0f,
            0x1p-24f,
            0x1.ff8p-15f,
            0x1p-14f,
            0.33325195f,
            1f,
            -2f,
            65504f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN
        };
        assertThat(decode(ColumnType.REAL16, 16, plain(bits, 2))).isEqualTo(expected);
        assertThat(decode(ColumnType.SPLIT_REAL16, 16, split(bits, 2))).isEqualTo(expected);
    }

    /** Encoded values and their number. */
    private record Encoded(byte[] bytes, int count) {}

    private static Object decode(ColumnType type, int bits, Encoded encoded) {
        ColumnRecord column = new ColumnRecord(0, Optional.of(type), 0, bits, 0, 0, 0, -2, 3);
        assertThat(encoded.bytes()).hasSize((int) column.pageBytes(encoded.count()));
        return Decoder.decode(column, encoded.bytes(), encoded.count());
    }

    private static Encoded plain(long[] values, int bytes) {
        byte[] out = new byte[values.length * bytes];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (values[i / bytes] >>> (8 * (i % bytes)));
        }
        return new Encoded(out, values.length);
    }

    private static Encoded split(long[] values, int bytes) {
        byte[] out = new byte[values.length * bytes];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (values[i % values.length] >>> (8 * (i / values.length)));
        }
        return new Encoded(out, values.length);
    }

    /** One number of many digits, from the highest value down to the first. */
    private static Encoded packed(long[] values, int bits) {
        BigInteger all = BigInteger.ZERO;
        for (int i = values.length - 1; i >= 0; i--) {
            all = all.shiftLeft(bits).or(BigInteger.valueOf(values[i]));
        }
        byte[] out = new byte[(values.length * bits + 7) / 8];
        for (int i = 0; i < out.length; i++) {
            out[i] = all.shiftRight(8 * i).byteValue();
        }
        return new Encoded(out, values.length);
    }

    private static long[] zigzag(long[] values) {
        long[] out = new long[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] >= 0 ? 2 * values[i] : -(2 * values[i] + 1);
        }
        return out;
    }

    private static long[] differences(long[] values) {
        long[] out = values.clone();
        for (int i = 1; i < out.length; i++) {
            out[i] = values[i] - values[i - 1];
        }
        return out;
    }

    private static long[] longs(int[] values) {
        long[] out = new long[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }
}
