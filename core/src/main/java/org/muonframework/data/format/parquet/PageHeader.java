package org.muonframework.data.format.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * The header of a Parquet page, as far as checksums need it.
 *
 * @param length number of bytes of the header itself
 * @param pageSize number of bytes of the page behind it
 * @param checksum CRC-32 of the page, where there is one
 */
record PageHeader(int length, int pageSize, OptionalInt checksum) {

    private static final int COMPRESSED_PAGE_SIZE = 3;
    private static final int CRC = 4;
    private static final int DEEPEST = 8;

    /** Decodes a structure of Thrift's compact protocol. */
    static PageHeader parse(ByteBuffer bytes) throws IOException {
        int size = -1;
        OptionalInt checksum = OptionalInt.empty();
        try {
            int field = 0;
            int head;
            while ((head = bytes.get()) != 0) {
                field = field(bytes, head, field);
                int type = head & 0x0F;
                if (type == 5 && (field == COMPRESSED_PAGE_SIZE || field == CRC)) {
                    int value = (int) zigzag(bytes);
                    size = field == COMPRESSED_PAGE_SIZE ? value : size;
                    checksum = field == CRC ? OptionalInt.of(value) : checksum;
                } else {
                    skip(bytes, type, 0);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("a page header cannot be decoded", e);
        }
        if (size < 0) {
            throw new IOException("a page header tells no size");
        }
        return new PageHeader(bytes.position(), size, checksum);
    }

    private static int field(ByteBuffer bytes, int head, int previous) {
        int step = (head & 0xF0) >> 4;
        return step == 0 ? (int) zigzag(bytes) : previous + step;
    }

    private static void skip(ByteBuffer bytes, int type, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        switch (type) {
            case 1, 2 -> {}
            case 3 -> bytes.get();
            case 4, 5, 6 -> varint(bytes);
            case 7 -> bytes.getDouble();
            case 8 -> {
                int length = Math.toIntExact(varint(bytes));
                bytes.position(bytes.position() + length);
            }
            case 12 -> {
                int field = 0;
                int head;
                while ((head = bytes.get()) != 0) {
                    field = field(bytes, head, field);
                    skip(bytes, head & 0x0F, depth + 1);
                }
            }
            default -> throw new IllegalArgumentException("type " + type);
        }
    }

    private static long zigzag(ByteBuffer bytes) {
        long value = varint(bytes);
        return (value >>> 1) ^ -(value & 1);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number does not end");
    }
}
