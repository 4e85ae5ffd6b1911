package org.muonframework.data.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.muonframework.data.format.InputFile;

/** An open file: an array, or an archive of arrays. */
sealed interface NpySource extends AutoCloseable {

    /** The ending of arrays. */
    String ENDING = ".npy";

    /** The names of the arrays, as they are in the archive; one empty name if the file is an array. */
    List<String> names();

    /** Number of bytes of an array with its header. */
    long size(String name) throws IOException;

    /** The bytes of an array. */
    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file. */
    static NpySource open(InputFile file) throws IOException {
        FileChannel channel = FileChannel.open(file.path());
        try {
            if (new NpyInput(channel).read() == 'P') {
                channel.close();
                return new Archive(
                        new ZipFile(file.path().toFile()), file.path().toFile().length());
            }
            return new Single(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A file that is an array. */
    record Single(FileChannel channel) implements NpySource {

        @Override
        public List<String> names() {
            return List.of("");
        }

        @Override
        public long size(String name) throws IOException {
            return channel.size();
        }

        @Override
        public InputStream open(String name) {
            return new NpyInput(channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * A zip archive.
     *
     * @param length bytes of the archive
     */
    record Archive(ZipFile zip, long length) implements NpySource {

        /** What deflate can do at best (RFC 1951), for each byte and for the end of a file. */
        private static final long LARGEST_COMPRESSION = 1032;

        @Override
        public List<String> names() {
            return zip.stream().map(ZipEntry::getName).toList();
        }

        /** What the archive says, unless that is more than its bytes can hold. */
        @Override
        public long size(String name) throws IOException {
            ZipEntry entry = entry(name);
            if (entry.getSize() < 0 || entry.getSize() / LARGEST_COMPRESSION > length) {
                throw new IOException("claims " + entry.getSize() + " bytes, more than the archive can hold");
            }
            return entry.getSize();
        }

        @Override
        public InputStream open(String name) throws IOException {
            ZipEntry entry = entry(name);
            return new NpyChecked(zip.getInputStream(entry), entry.getCrc());
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }

        private ZipEntry entry(String name) throws IOException {
            return Optional.ofNullable(zip.getEntry(name))
                    .orElseThrow(() -> new IOException("is not in the archive any more"));
        }
    }
}
