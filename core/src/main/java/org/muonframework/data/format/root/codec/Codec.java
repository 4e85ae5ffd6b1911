package org.muonframework.data.format.root.codec;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;
import org.tukaani.xz.SingleXZInputStream;

/** A way of compressing, by the two letters before each of its blocks. */
enum Codec {
    /** Deflate with its header and check sum. */
    ZLIB("ZL") {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size)
                throws DataFormatException {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(in, start, length);
                int done = 0;
                while (done < size) {
                    int more = inflater.inflate(out, to + done, size - done);
                    if (more == 0) {
                        throw new DataFormatException("it ends after " + done + " of " + size + " bytes");
                    }
                    done += more;
                }
                if (inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                    throw new DataFormatException("it does not end after " + size + " bytes");
                }
            } finally {
                inflater.end();
            }
        }
    },

    /** LZ4 with a check sum of eight bytes before it. */
    LZ4("L4") {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size)
                throws DataFormatException {
            if (length < Long.BYTES) {
                throw new DataFormatException("the check sum is missing");
            }
            int data = start + Long.BYTES;
            long sum = XXHashFactory.fastestInstance().hash64().hash(in, data, length - Long.BYTES, 0);
            if (sum != bigEndian(in, start)) {
                throw new DataFormatException("the check sum is wrong");
            }
            try {
                int done = LZ4Factory.fastestInstance()
                        .safeDecompressor()
                        .decompress(in, data, length - Long.BYTES, out, to, size);
                if (done != size) {
                    throw new DataFormatException("it has " + done + " of " + size + " bytes");
                }
            } catch (LZ4Exception e) {
                throw (DataFormatException) new DataFormatException("LZ4 cannot read it").initCause(e);
            }
        }
    },

    /** LZMA in an XZ container. */
    LZMA("XZ") {
        /** Enough for the largest dictionary that ROOT sets; more is not allocated for a damaged header. */
        private static final int MEMORY_KIB = 256 * 1024;

        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size)
                throws DataFormatException, IOException {
            try (SingleXZInputStream stream =
                    new SingleXZInputStream(new ByteArrayInputStream(in, start, length), MEMORY_KIB)) {
                int done = stream.readNBytes(out, to, size);
                if (done != size || stream.read() >= 0) {
                    throw new DataFormatException("it does not have " + size + " bytes");
                }
            }
        }
    },

    /** Zstandard frames. */
    ZSTD("ZS") {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size)
                throws DataFormatException {
            long done = Zstd.decompressByteArray(out, to, size, in, start, length);
            if (done != size) {
                throw new DataFormatException(
                        Zstd.isError(done) ? Zstd.getErrorName(done) : "it has " + done + " of " + size + " bytes");
            }
        }
    };

    private final String letters;

    Codec(String letters) {
        this.letters = letters;
    }

    /** The codec of a block that starts with these letters. */
    static Optional<Codec> of(String letters) {
        for (Codec codec : values()) {
            if (codec.letters.equals(letters)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    String letters() {
        return letters;
    }

    /**
     * Decompresses one block.
     *
     * @param in where it is, from {@code start}, {@code length} bytes without its header
     * @param out where it goes, from {@code to}, exactly {@code size} bytes
     * @throws DataFormatException if it is damaged
     * @throws IOException if it is damaged
     */
    abstract void decompress(byte[] in, int start, int length, byte[] out, int to, int size)
            throws DataFormatException, IOException;

    private static long bigEndian(byte[] in, int start) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(in[start + i]);
        }
        return value;
    }
}
