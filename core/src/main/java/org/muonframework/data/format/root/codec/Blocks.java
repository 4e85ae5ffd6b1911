package org.muonframework.data.format.root.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * A sequence of compressed blocks. Each has nine bytes of header: two letters for the codec, its method, and two sizes of
 * three bytes, little-endian: compressed without the header, and decompressed.
 */
public final class Blocks {

    /** Number of bytes before each block. */
    public static final int HEADER = 9;

    /** The most bytes that a block may hold, for its sizes have three bytes. */
    static final int LONGEST = 0xFF_FFFF;

    private static final int SIZES = 3;
    private static final int SIZE_BYTES = 3;

    private Blocks() {}

    /**
     * Decompresses all blocks of a record. Nothing is allocated for more than the blocks' headers together claim, and
     * each can claim no more than 16 MiB.
     *
     * @param in where the blocks are, from {@code start}, {@code length} bytes
     * @param size number of bytes that they hold when decompressed; if that is {@code length}, they are not compressed
     * @param file the file, for messages
     * @param what what they are, for messages: {@code basket 3}
     * @return exactly {@code size} bytes
     * @throws RootException if they are damaged, or compressed in a way that is not read
     */
    public static byte[] decompress(byte[] in, int start, int length, int size, String file, String what) {
        if (length < 0 || size < 0 || start > in.length - length) {
            throw new RootException(file, what + " is damaged: it claims " + length + " bytes");
        }
        if (length == size) {
            byte[] raw = new byte[size];
            System.arraycopy(in, start, raw, 0, size);
            return raw;
        }
        if (claimed(in, start, length) != size) {
            throw new RootException(
                    file,
                    what + " is damaged: its compressed blocks do not hold the " + size + " bytes that it claims");
        }
        byte[] out = new byte[size];
        decompressInto(in, start, length, out, 0, file, what);
        return out;
    }

    /**
     * Decompresses all blocks of a record into an array that has room for what their headers claim.
     *
     * @return number of bytes written
     * @throws RootException if they are damaged, or compressed in a way that is not read
     */
    public static int decompressInto(byte[] in, int start, int length, byte[] out, int to, String file, String what) {
        int end = start + length;
        int written = to;
        for (int block = start; block < end; ) {
            int compressed = end - block < HEADER ? end : size(in, block + SIZES);
            int size = end - block < HEADER ? 0 : size(in, block + SIZES + SIZE_BYTES);
            if (compressed > end - block - HEADER || size > out.length - written) {
                throw new RootException(file, what + " is damaged: a compressed block is longer than its place");
            }
            Codec codec = codec(in, block, file, what);
            try {
                codec.decompress(in, block + HEADER, compressed, out, written, size);
            } catch (DataFormatException | IOException e) {
                throw new RootException(
                        file, what + " is damaged: a " + codec + " block cannot be decompressed: " + e.getMessage(), e);
            }
            block += HEADER + compressed;
            written += size;
        }
        return written - to;
    }

    /**
     * Compresses a record into as many blocks as it needs.
     *
     * @return the blocks; the record as it is where they would not be shorter
     */
    public static byte[] compress(byte[] in, Compression compression) {
        Optional<Codec> codec = compression.codec();
        if (codec.isEmpty()) {
            return in;
        }
        byte[] out = new byte[in.length];
        int written = 0;
        for (int start = 0; start < in.length; start += LONGEST) {
            int length = Math.min(LONGEST, in.length - start);
            byte[] block = codec.get().compress(in, start, length, compression.level());
            if (block.length >= length || block.length > out.length - written - HEADER) {
                return in;
            }
            byte[] letters = codec.get().letters().getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(letters, 0, out, written, letters.length);
            out[written + letters.length] = (byte) codec.get().method();
            putSize(out, written + SIZES, block.length);
            putSize(out, written + SIZES + SIZE_BYTES, length);
            System.arraycopy(block, 0, out, written + HEADER, block.length);
            written += HEADER + block.length;
        }
        return written < in.length ? Arrays.copyOf(out, written) : in;
    }

    private static Codec codec(byte[] in, int block, String file, String what) {
        String letters = new String(in, block, 2, StandardCharsets.ISO_8859_1);
        return Codec.of(letters)
                .orElseThrow(() -> new RootException(
                        file,
                        letters.equals("CS")
                                ? what + " is compressed with the codec 'CS' of ROOT before 2004, which is not read;"
                                        + " write the file again with a newer ROOT"
                                : what + " is damaged: it should start with a compressed block (ZL, L4, XZ or ZS)"));
    }

    /** The sum of the sizes that the headers claim, or −1 if the blocks do not fill their place exactly. */
    private static long claimed(byte[] in, int start, int length) {
        int end = start + length;
        long sum = 0;
        int block = start;
        while (block < end) {
            if (end - block < HEADER) {
                return -1;
            }
            sum += size(in, block + SIZES + SIZE_BYTES);
            block += HEADER + size(in, block + SIZES);
        }
        return block == end ? sum : -1;
    }

    private static int size(byte[] in, int at) {
        return Byte.toUnsignedInt(in[at]) | Byte.toUnsignedInt(in[at + 1]) << 8 | Byte.toUnsignedInt(in[at + 2]) << 16;
    }

    private static void putSize(byte[] out, int at, int size) {
        for (int i = 0; i < SIZE_BYTES; i++) {
            out[at + i] = (byte) (size >>> (Byte.SIZE * i));
        }
    }
}
