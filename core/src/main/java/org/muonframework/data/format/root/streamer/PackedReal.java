package org.muonframework.data.format.root.streamer;

import org.muonframework.data.format.root.bytes.Bytes;

/**
 * How a {@code Double32_t} or {@code Float16_t} is stored, in fewer bytes than it has in memory.
 *
 * <p>With a range {@code [min,max,bits]} a number x is stored as the 32-bit integer (x − min) · 2^bits / (max − min). With
 * bits but no range it is a float whose mantissa is cut to so many bits: one byte of exponent, two of mantissa and sign.
 * With neither, {@code Double32_t} is a float, and {@code Float16_t} has a mantissa of 12 bits. ({@code TBufferFile}.)
 *
 * @param form which of them it is
 * @param minimum lower end of the range
 * @param factor stored units per 1
 * @param bits bits of the mantissa
 */
public record PackedReal(Form form, double minimum, double factor, int bits) {

    private static final int FLOAT16_MANTISSA = 12;
    private static final int ALL_BITS = 32;
    private static final int MOST_MANTISSA = 15;
    private static final double ALL_VALUES = 0xffff_ffffL;
    private static final int FLOAT_MANTISSA = 23;

    /** The ways of storing. */
    public enum Form {
        /** A number of 32 bits. */
        FLOAT,
        /** An integer that counts from the lower end of a range. */
        RANGE,
        /** A number of 32 bits with a shorter mantissa. */
        MANTISSA
    }

    /** How {@code Double32_t} is stored for a title that may hold a range. */
    public static PackedReal double32(String title) {
        return of(title, new PackedReal(Form.FLOAT, 0, 0, 0));
    }

    /** How {@code Float16_t} is stored for a title that may hold a range. */
    public static PackedReal float16(String title) {
        return of(title, new PackedReal(Form.MANTISSA, 0, 0, FLOAT16_MANTISSA));
    }

    private static PackedReal of(String title, PackedReal otherwise) {
        return Range.in(title)
                .map(range -> {
                    int bits = range.bits() < 2 || range.bits() > ALL_BITS ? ALL_BITS : range.bits();
                    if (range.minimum() < range.maximum()) {
                        double values = bits == ALL_BITS ? ALL_VALUES : 1L << bits;
                        return new PackedReal(
                                Form.RANGE, range.minimum(), values / (range.maximum() - range.minimum()), bits);
                    }
                    return bits < MOST_MANTISSA ? new PackedReal(Form.MANTISSA, 0, 0, bits) : otherwise;
                })
                .orElse(otherwise);
    }

    /** Number of bytes in the file. */
    public int bytes() {
        return form == Form.MANTISSA ? Byte.BYTES + Short.BYTES : Integer.BYTES;
    }

    /** Reads a number. */
    public double read(Bytes in) {
        return switch (form) {
            case FLOAT -> in.float32();
            case RANGE -> in.uint32() / factor + minimum;
            case MANTISSA -> mantissa(in.uint8(), in.uint16());
        };
    }

    private double mantissa(int exponent, int stored) {
        int kept = stored & ((1 << (bits + 1)) - 1);
        float value = Float.intBitsToFloat((exponent << FLOAT_MANTISSA) | (kept << (FLOAT_MANTISSA - bits)));
        return (stored & (1 << (bits + 1))) == 0 ? value : -value;
    }
}
