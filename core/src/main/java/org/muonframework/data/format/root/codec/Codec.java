package org.muonframework.data.format.root.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** A way of compressing, by the two letters before each of its blocks. */
enum Codec {
    /** Deflate with its header and check sum. */
    ZLIB("ZL", 8) {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size) throws DataFormatException {
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

        @Override
        byte[] compress(byte[] in, int start, int length, int level) {
            Deflater deflater = new Deflater(level);
            try {
                deflater.setInput(in, start, length);
                deflater.finish();
                byte[] out = new byte[length];
                int done = deflater.deflate(out);
                return deflater.finished() ? Arrays.copyOf(out, done) : out;
            } finally {
                deflater.end();
            }
        }
    },

    /** LZ4 with a check sum of eight bytes before it. */
    LZ4("L4", 1) {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size) throws DataFormatException {
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

        @Override
        byte[] compress(byte[] in, int start, int length, int level) {
            LZ4Factory factory = LZ4Factory.fastestInstance();
            byte[] blocks = factory.highCompressor(level).compress(in, start, length);
            byte[] out = new byte[Long.BYTES + blocks.length];
            long sum = XXHashFactory.fastestInstance().hash64().hash(blocks, 0, blocks.length, 0);
            for (int i = 0; i < Long.BYTES; i++) {
                out[i] = (byte) (sum >>> (Byte.SIZE * (Long.BYTES - 1 - i)));
            }
            System.arraycopy(blocks, 0, out, Long.BYTES, blocks.length);
            return out;
        }
    },

    /** LZMA in an XZ container. */
    LZMA("XZ", 0) {
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

        @Override
        byte[] compress(byte[] in, int start, int length, int level) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                LZMA2Options options = new LZMA2Options(level);
                int longest = Math.max(LZMA2Options.DICT_SIZE_MIN, length); // memory is taken for all of it
                options.setDictSize(Math.min(options.getDictSize(), longest));
                try (XZOutputStream stream = new XZOutputStream(out, options, XZ.CHECK_CRC32)) {
                    stream.write(in, start, length);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    },

    /** Zstandard frames. */
    ZSTD("ZS", 1) {
        @Override
        void decompress(byte[] in, int start, int length, byte[] out, int to, int size) throws DataFormatException {
            try {
                long done = Zstd.decompressByteArray(out, to, size, in, start, length);
                if (done != size) {
                    throw new DataFormatException("it has " + done + " of " + size + " bytes");
                }
            } catch (ZstdException e) {
                throw (DataFormatException) new DataFormatException(e.getMessage()).initCause(e);
            }
        }

        @Override
        byte[] compress(byte[] in, int start, int length, int level) {
            byte[] out = new byte[(int) Zstd.compressBound(length)];
            long done = Zstd.compressByteArray(out, 0, out.length, in, start, length, level);
            if (Zstd.isError(done)) {
                throw new IllegalStateException(Zstd.getErrorName(done));
            }
            return Arrays.copyOf(out, (int) done);
        }
    };

    private final String letters;
    private final int method;

    Codec(String letters, int method) {
        this.letters = letters;
        this.method = method;
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

    /** The first two bytes of its blocks. */
    String letters() {
        return letters;
    }

    /** The third byte of its blocks. */
    int method() {
        return method;
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

    /**
     * Compresses one block.
     *
     * @param in where it is, from {@code start}, {@code length} bytes
     * @return the block without its header; at least {@code length} bytes where it does not shrink, of any content then
     */
    abstract byte[] compress(byte[] in, int start, int length, int level);

    private static long bigEndian(byte[] in, int start) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(in[start + i]);
        }
        return value;
    }
}
