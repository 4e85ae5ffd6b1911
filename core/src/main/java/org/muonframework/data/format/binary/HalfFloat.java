package org.muonframework.data.format.binary;

/** Numbers of 16 bits (IEEE 754-2008, binary16): 1 bit of sign, 5 of exponent, 10 of fraction. */
final class HalfFloat {

    private static final int FRACTION_BITS = 10;
    private static final int FRACTION = (1 << FRACTION_BITS) - 1;
    private static final int EXPONENT = 0x1f;
    private static final int WIDENING = 23 - FRACTION_BITS;
    private static final int BIAS_DIFFERENCE = 127 - 15;

    private HalfFloat() {}

    /** The same number in 32 bits; NaN keeps its bits of fraction. */
    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> FRACTION_BITS & EXPONENT;
        int fraction = half & FRACTION;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int wide = exponent == EXPONENT ? 0xff : exponent + BIAS_DIFFERENCE;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << WIDENING);
    }
}
