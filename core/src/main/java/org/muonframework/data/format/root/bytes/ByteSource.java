package org.muonframework.data.format.root.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read at any position; may be used by several threads at once. */
public final class ByteSource implements AutoCloseable {

    private final String name;
    private final FileChannel channel;
    private final long size;

    private ByteSource(String name, FileChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @param name how the user wrote it, for messages
     * @throws RootException if it cannot be opened
     */
    public static ByteSource open(Path path, String name) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new ByteSource(name, channel, channel.size());
        } catch (IOException e) {
            throw new RootException(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file as the user named it. */
    public String name() {
        return name;
    }

    /** Number of bytes. */
    public long size() {
        return size;
    }

    /**
     * Some bytes of the file; nothing is allocated for bytes that are not there.
     *
     * @param what what they are, for messages: {@code the list of keys}
     * @throws RootException if the file does not have them all
     */
    public byte[] read(long position, long length, String what) {
        if (position < 0 || length < 0 || length > Integer.MAX_VALUE || position > size - length) {
            throw new RootException(
                    name,
                    what + " should be " + length + " bytes at byte " + position + ", but the file has only " + size
                            + " bytes; it is cut or damaged");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new RootException(name, what + " cannot be read: the file has become shorter");
                }
            }
        } catch (IOException e) {
            throw new RootException(name, what + " cannot be read: " + e.getMessage(), e);
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
