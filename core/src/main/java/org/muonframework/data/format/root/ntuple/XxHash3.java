package org.muonframework.data.format.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The check sum XXH3 of 64 bits without a seed.
 *
 * <p>Source: <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash fast digest algorithm</a>,
 * chapters XXH3.
 */
final class XxHash3 {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME32_1 = 0x9E3779B1L;
    private static final long PRIME32_2 = 0x85EBCA77L;
    private static final long PRIME32_3 = 0xC2B2AE3DL;
    private static final long PRIME64_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME64_3 = 0x165667B19E3779F9L;
    private static final long PRIME64_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME64_5 = 0x27D4EB2F165667C5L;
    private static final long PRIME_MX1 = 0x165667919E3779F9L;
    private static final long PRIME_MX2 = 0x9FB21C651E98DF25L;
    private static final long LOW = 0xFFFF_FFFFL;

    private static final int STRIPE = 64;
    private static final int LANES = STRIPE / Long.BYTES;
    private static final int STRIPES = 16;
    private static final int BLOCK = STRIPE * STRIPES;

    private static final byte[] SECRET = HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private XxHash3() {}

    /** The check sum of some bytes of an array. */
    static long of(byte[] in, int start, int length) {
        if (length <= 16) {
            return upTo16(in, start, length);
        }
        if (length <= 128) {
            return upTo128(in, start, length);
        }
        return length <= 240 ? upTo240(in, start, length) : longer(in, start, length);
    }

    private static long upTo16(byte[] in, int at, int length) {
        if (length > 8) {
            long low = word(in, at) ^ word(SECRET, 24) ^ word(SECRET, 32);
            long high = word(in, at + length - 8) ^ word(SECRET, 40) ^ word(SECRET, 48);
            return avalanche(length + Long.reverseBytes(low) + high + folded(low, high));
        }
        if (length >= 4) {
            long both = half(in, at + length - 4) + (half(in, at) << Integer.SIZE);
            long mixed = both ^ word(SECRET, 8) ^ word(SECRET, 16);
            mixed ^= Long.rotateLeft(mixed, 49) ^ Long.rotateLeft(mixed, 24);
            mixed *= PRIME_MX2;
            mixed ^= (mixed >>> 35) + length;
            mixed *= PRIME_MX2;
            return mixed ^ mixed >>> 28;
        }
        if (length == 0) {
            return avalanche64(word(SECRET, 56) ^ word(SECRET, 64));
        }
        long first = Byte.toUnsignedLong(in[at]);
        long middle = Byte.toUnsignedLong(in[at + (length >> 1)]);
        long last = Byte.toUnsignedLong(in[at + length - 1]);
        return avalanche64(
                (first << 16 | middle << 24 | last | (long) length << 8) ^ half(SECRET, 0) ^ half(SECRET, 4));
    }

    private static long upTo128(byte[] in, int at, int length) {
        long sum = length * PRIME64_1;
        for (int i = (length - 1) / 32; i >= 0; i--) {
            sum += mixed(in, at + 16 * i, 32 * i) + mixed(in, at + length - 16 * (i + 1), 32 * i + 16);
        }
        return avalanche(sum);
    }

    private static long upTo240(byte[] in, int at, int length) {
        long sum = length * PRIME64_1;
        for (int i = 0; i < 8; i++) {
            sum += mixed(in, at + 16 * i, 16 * i);
        }
        sum = avalanche(sum);
        for (int i = 8; i < length / 16; i++) {
            sum += mixed(in, at + 16 * i, 16 * (i - 8) + 3);
        }
        return avalanche(sum + mixed(in, at + length - 16, 136 - 17));
    }

    private static long longer(byte[] in, int start, int length) {
        long[] lanes = {PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1};
        int blocks = (length - 1) / BLOCK;
        for (int block = 0; block < blocks; block++) {
            for (int stripe = 0; stripe < STRIPES; stripe++) {
                accumulate(lanes, in, start + block * BLOCK + stripe * STRIPE, stripe * Long.BYTES);
            }
            scramble(lanes);
        }
        int rest = start + blocks * BLOCK;
        int stripes = (length - 1 - blocks * BLOCK) / STRIPE;
        for (int stripe = 0; stripe < stripes; stripe++) {
            accumulate(lanes, in, rest + stripe * STRIPE, stripe * Long.BYTES);
        }
        accumulate(lanes, in, start + length - STRIPE, SECRET.length - STRIPE - 7);
        long sum = length * PRIME64_1;
        for (int i = 0; i < LANES; i += 2) {
            sum += folded(
                    lanes[i] ^ word(SECRET, 11 + Long.BYTES * i), lanes[i + 1] ^ word(SECRET, 19 + Long.BYTES * i));
        }
        return avalanche(sum);
    }

    private static void accumulate(long[] lanes, byte[] in, int at, int secret) {
        for (int i = 0; i < LANES; i++) {
            long value = word(in, at + Long.BYTES * i);
            long keyed = value ^ word(SECRET, secret + Long.BYTES * i);
            lanes[i ^ 1] += value;
            lanes[i] += (keyed & LOW) * (keyed >>> Integer.SIZE);
        }
    }

    private static void scramble(long[] lanes) {
        for (int i = 0; i < LANES; i++) {
            long lane = lanes[i];
            lanes[i] = (lane ^ lane >>> 47 ^ word(SECRET, SECRET.length - STRIPE + Long.BYTES * i)) * PRIME32_1;
        }
    }

    private static long mixed(byte[] in, int at, int secret) {
        return folded(word(in, at) ^ word(SECRET, secret), word(in, at + 8) ^ word(SECRET, secret + 8));
    }

    /** Both halves of the product of two numbers without a sign, one over the other. */
    private static long folded(long a, long b) {
        long high = Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
        return a * b ^ high;
    }

    private static long avalanche(long sum) {
        long mixed = (sum ^ sum >>> 37) * PRIME_MX1;
        return mixed ^ mixed >>> 32;
    }

    private static long avalanche64(long sum) {
        long mixed = (sum ^ sum >>> 33) * PRIME64_2;
        mixed = (mixed ^ mixed >>> 29) * PRIME64_3;
        return mixed ^ mixed >>> 32;
    }

    private static long half(byte[] in, int at) {
        return Integer.toUnsignedLong((int) INT.get(in, at));
    }

    private static long word(byte[] in, int at) {
        return (long) LONG.get(in, at);
    }
}
