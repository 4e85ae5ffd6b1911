package org.muonframework.data.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Compares what was read with the checksum of the archive as soon as the end is reached. */
final class NpyChecked extends CheckedInputStream {

    private final long expected;

    NpyChecked(InputStream in, long expected) {
        super(in, new CRC32());
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(super.read(bytes, offset, length));
    }

    private int checked(int count) throws IOException {
        if (count < 0 && getChecksum().getValue() != expected) {
            throw new IOException("does not have the checksum that was written with it");
        }
        return count;
    }
}
