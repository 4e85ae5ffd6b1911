package org.muonframework.data.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.Column;

/** A file in which the values of all columns are collected, as they come; it vanishes when it is closed. */
final class HdfSpill implements AutoCloseable {

    private static final int BLOCK = 1 << 20;

    private final FileChannel channel;
    private long end;

    private HdfSpill(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the file. */
    static HdfSpill beside(Path file) throws IOException {
        return new HdfSpill(FileChannel.open(
                file.resolveSibling(file.getFileName() + ".spill"),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Starts the values of one dataset. */
    Strand strand(HdfEncoding encoding) {
        return new Strand(encoding);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The values of one dataset, in pieces. */
    final class Strand {

        private final HdfEncoding encoding;
        private final List<Piece> pieces = new ArrayList<>();
        private long size;
        private int longest;

        private Strand(HdfEncoding encoding) {
            this.encoding = encoding;
        }

        HdfEncoding encoding() {
            return encoding;
        }

        /** Number of values. */
        long size() {
            return size;
        }

        /** Number of bytes of the longest text; 0 for other types. */
        int longest() {
            return longest;
        }

        /**
         * Adds values.
         *
         * @throws IllegalArgumentException if a text cannot be written
         */
        void append(Column column, int from, int to) throws IOException {
            ByteBuffer bytes = encoding.encode(column, from, to);
            if (encoding == HdfEncoding.TEXT) {
                findLongest(bytes.duplicate().order(bytes.order()));
            }
            pieces.add(new Piece(end, bytes.remaining(), to - from));
            size += to - from;
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        }

        /** Something that takes the bytes of a dataset, one piece after the other. */
        @FunctionalInterface
        interface Sink {
            void take(ByteBuffer bytes) throws IOException;
        }

        /** Gives all values, texts all of the same length with zeros behind. */
        void giveTo(Sink sink) throws IOException {
            for (Piece piece : pieces) {
                ByteBuffer bytes = ByteBuffer.allocate(piece.length()).order(ByteOrder.nativeOrder());
                long position = piece.start();
                while (bytes.hasRemaining()) {
                    position += channel.read(bytes, position);
                }
                bytes.flip();
                if (encoding == HdfEncoding.TEXT) {
                    givePadded(bytes, piece.values(), sink);
                } else {
                    sink.take(bytes);
                }
            }
        }

        private void findLongest(ByteBuffer texts) {
            while (texts.hasRemaining()) {
                int length = texts.getInt();
                longest = Math.max(longest, length);
                texts.position(texts.position() + length);
            }
        }

        private void givePadded(ByteBuffer texts, int count, Sink sink) throws IOException {
            int width = encoding.type(longest).getSize();
            int blockTexts = Math.max(1, BLOCK / width);
            for (int first = 0; first < count; first += blockTexts) {
                int last = Math.min(count, first + blockTexts);
                ByteBuffer block = ByteBuffer.allocate((last - first) * width);
                for (int i = first; i < last; i++) {
                    int length = texts.getInt();
                    block.put((i - first) * width, texts, texts.position(), length);
                    texts.position(texts.position() + length);
                }
                sink.take(block);
            }
        }
    }

    private record Piece(long start, int length, int values) {}
}
