package org.muonframework.data.format.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands before the values of an array (NumPy NEP 1, versions 1 to 3).
 *
 * @param length bytes before the values
 * @param type the type as NumPy describes it: a text, or a list of fields
 * @param columnMajor whether the first index runs fastest
 * @param shape length of each dimension
 */
record NpyHeader(int length, Object type, boolean columnMajor, List<Long> shape) {

    static final String MAGIC = "\u0093NUMPY";

    private static final int LONGEST = 1 << 20;

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException if it is not one, saying why
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = exactly(in, MAGIC.length() + 2);
        if (!new String(start, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new IllegalArgumentException("is not an array of NumPy: it does not start with \\x93NUMPY");
        }
        int version = start[MAGIC.length()];
        if (version < 1 || version > 3) {
            throw new IllegalArgumentException("has a header of version " + version + "; 1 to 3 can be read");
        }
        int sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer size = ByteBuffer.wrap(exactly(in, sizeBytes)).order(ByteOrder.LITTLE_ENDIAN);
        long headerSize = version == 1 ? size.getChar() : Integer.toUnsignedLong(size.getInt());
        if (headerSize > LONGEST) {
            throw new IllegalArgumentException("claims a header of " + headerSize + " bytes");
        }
        byte[] text = exactly(in, (int) headerSize);
        Object literal =
                NpyLiteral.parse(new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        return of(start.length + sizeBytes + text.length, literal);
    }

    /** Number of rows; 1 for a single value. */
    long rows() {
        return shape.isEmpty() ? 1 : shape.get(0);
    }

    private static NpyHeader of(int length, Object literal) {
        if (literal instanceof Map<?, ?> entries
                && entries.get("fortran_order") instanceof Boolean columnMajor
                && entries.get("shape") instanceof List<?> dimensions
                && (entries.get("descr") instanceof String || entries.get("descr") instanceof List)) {
            List<Long> shape = new ArrayList<>();
            for (Object dimension : dimensions) {
                if (!(dimension instanceof Long number)) {
                    throw new IllegalArgumentException("has '" + dimension + "' as the length of a dimension");
                }
                shape.add(number);
            }
            return new NpyHeader(length, entries.get("descr"), columnMajor, List.copyOf(shape));
        }
        throw new IllegalArgumentException("has a header without descr, fortran_order and shape");
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("is cut off within its header");
        }
        return bytes;
    }
}
