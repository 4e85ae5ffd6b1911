package org.muonframework.data.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/**
 * The first look at a file: whether it is HDF5, complete, and closed by the program that wrote it (HDF5 file format
 * specification 3.0, section II.A).
 */
final class HdfSuperblock {

    private static final long SIGNATURE = 0x894844460d0a1a0aL;
    private static final int FIRST_USER_BLOCK = 512;
    private static final int LENGTH = 64;
    private static final int OPEN_FOR_WRITING = 0b101;

    private HdfSuperblock() {}

    /**
     * Looks at a file.
     *
     * @throws DataException if it is not HDF5, cut off, or still open for writing
     */
    static void check(InputFile file) {
        try (FileChannel channel = FileChannel.open(file.path())) {
            for (long at = 0; at < channel.size(); at = at == 0 ? FIRST_USER_BLOCK : 2 * at) {
                ByteBuffer block = ByteBuffer.allocate(LENGTH);
                channel.read(block, at);
                if (block.getLong(0) == SIGNATURE) {
                    check(file, block.order(ByteOrder.LITTLE_ENDIAN), channel.size());
                    return;
                }
            }
        } catch (IOException e) {
            throw new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
        }
        throw new DataException(file.name(), "is not an HDF5 file: it does not hold the signature of one");
    }

    private static void check(InputFile file, ByteBuffer block, long size) {
        int version = block.get(8);
        if (version < 0 || version > 3) {
            throw new DataException(
                    file.name(), "has an HDF5 superblock of version " + version + "; 0 to 3 can be read");
        }
        boolean old = version < 2;
        if (!old && (block.get(11) & OPEN_FOR_WRITING) != 0) {
            throw new DataException(
                    file.name(),
                    "is marked as open for writing: its writer is still at work or died, and what it holds may be"
                            + " incomplete. If you trust it, clear the mark by 'h5clear -s FILE'");
        }
        int addresses = old ? 24 + 4 * version : 12;
        int addressBytes = block.get(old ? 13 : 9);
        if (addressBytes != Integer.BYTES && addressBytes != Long.BYTES) {
            throw new DataException(file.name(), "is damaged: its addresses have " + addressBytes + " bytes");
        }
        int endAt = addresses + 2 * addressBytes;
        long end = addressBytes == Long.BYTES ? block.getLong(endAt) : Integer.toUnsignedLong(block.getInt(endAt));
        if (Long.compareUnsigned(end, size) > 0) {
            throw new DataException(
                    file.name(), "is cut off: " + size + " of its " + Long.toUnsignedString(end) + " bytes are there");
        }
    }
}
