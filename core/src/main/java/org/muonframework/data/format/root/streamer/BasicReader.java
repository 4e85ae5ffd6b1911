package org.muonframework.data.format.root.streamer;

import org.muonframework.data.format.root.bytes.Bytes;

/** Reads members of basic types: whole numbers as {@code long}, others as {@code double}. */
final class BasicReader {

    private BasicReader() {}

    static Object member(Bytes in, StreamerElement element, RootObject object) {
        int code = element.code();
        String title = element.title();
        if (code < TypeCode.ARRAY) {
            return isReal(code) ? (Object) real(in, code, title) : (Object) whole(in, code);
        }
        if (code < TypeCode.POINTER) {
            return array(in, code - TypeCode.ARRAY, title, Math.max(1, element.length()));
        }
        boolean present = in.int8() != 0;
        return array(in, code - TypeCode.POINTER, title, present ? (int) object.integer(element.count()) : 0);
    }

    static Object array(Bytes in, int code, String title, int length) {
        if (length < 0 || (long) length * size(code) > in.remaining()) {
            throw in.damaged("an array claims " + Integer.toUnsignedLong(length) + " values where " + in.remaining()
                    + " bytes are left");
        }
        if (isReal(code)) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = real(in, code, title);
            }
            return values;
        }
        long[] values = new long[length];
        for (int i = 0; i < length; i++) {
            values[i] = whole(in, code);
        }
        return values;
    }

    static int codeOfArray(String className) {
        return switch (className) {
            case "TArrayC" -> TypeCode.CHAR;
            case "TArrayS" -> TypeCode.SHORT;
            case "TArrayI" -> TypeCode.INT;
            case "TArrayF" -> TypeCode.FLOAT;
            case "TArrayD" -> TypeCode.DOUBLE;
            default -> TypeCode.LONG64;
        };
    }

    private static boolean isReal(int code) {
        return switch (code) {
            case TypeCode.FLOAT, TypeCode.DOUBLE, TypeCode.DOUBLE32, TypeCode.FLOAT16 -> true;
            default -> false;
        };
    }

    /** The fewest bytes of a value. */
    private static int size(int code) {
        return switch (code) {
            case TypeCode.CHAR, TypeCode.UCHAR, TypeCode.BOOL -> Byte.BYTES;
            case TypeCode.SHORT, TypeCode.USHORT -> Short.BYTES;
            case TypeCode.LONG, TypeCode.ULONG, TypeCode.LONG64, TypeCode.ULONG64, TypeCode.DOUBLE -> Long.BYTES;
            case TypeCode.FLOAT16 -> Byte.BYTES + Short.BYTES;
            default -> Integer.BYTES;
        };
    }

    private static double real(Bytes in, int code, String title) {
        return switch (code) {
            case TypeCode.DOUBLE -> in.float64();
            case TypeCode.DOUBLE32 -> PackedReal.double32(title).read(in);
            case TypeCode.FLOAT16 -> PackedReal.float16(title).read(in);
            default -> in.float32();
        };
    }

    private static long whole(Bytes in, int code) {
        return switch (code) {
            case TypeCode.CHAR -> in.int8();
            case TypeCode.UCHAR, TypeCode.BOOL -> in.uint8();
            case TypeCode.SHORT -> in.int16();
            case TypeCode.USHORT -> in.uint16();
            case TypeCode.INT, TypeCode.COUNTER -> in.int32();
            case TypeCode.UINT, TypeCode.BITS -> in.uint32();
            case TypeCode.LONG, TypeCode.ULONG, TypeCode.LONG64, TypeCode.ULONG64 -> in.int64();
            default -> throw in.damaged("a member has the unknown type " + code);
        };
    }
}
