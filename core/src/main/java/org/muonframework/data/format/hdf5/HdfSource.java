package org.muonframework.data.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.muonframework.data.format.InputFile;
import org.muonframework.spi.problem.DataException;

/** An open HDF5 file; what jHDF throws about a damaged one becomes one message. */
final class HdfSource implements AutoCloseable {

    /** No filter of HDF5 makes data smaller than deflate at its best (RFC 1951). */
    private static final long LARGEST_COMPRESSION = 1032;

    /** Datasets up to this size may hold nothing but their fill value, which takes no room in the file. */
    private static final long SMALL = 64L << 20;

    private final InputFile file;
    private final SeekableByteChannel channel;
    private final long size;
    private final HdfFile hdf;

    private HdfSource(InputFile file, SeekableByteChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
        this.hdf = guard(() -> new HdfFile(channel, file.path().toUri()));
    }

    /**
     * Opens a file. It is read, never mapped into memory, since each chunk would be a mapping of its own.
     *
     * @throws DataException if it is damaged, not HDF5, or marked as open for writing
     */
    static HdfSource open(InputFile file) {
        HdfSuperblock.check(file);
        try {
            SeekableByteChannel channel = Files.newByteChannel(file.path());
            try {
                return new HdfSource(file, channel);
            } catch (DataException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    InputFile file() {
        return file;
    }

    HdfFile hdf() {
        return hdf;
    }

    /** The dataset at a path that has been found before. */
    DatasetBase dataset(String path) {
        Node node = hdf.getByPath(path.substring(1));
        if (node instanceof DatasetBase dataset) {
            return dataset;
        }
        throw new DataException(file.name(), "has changed since it was opened: there is no dataset '" + path + "'");
    }

    /** Whether the file is large enough to hold so many bytes, compressed or not. */
    boolean canHold(long bytes) {
        return bytes >= 0 && bytes <= Math.max(SMALL, size * LARGEST_COMPRESSION);
    }

    /** Whether these bytes are within the file. */
    boolean holds(long address, long bytes) {
        return address >= 0 && bytes >= 0 && address + bytes >= 0 && address + bytes <= size;
    }

    /**
     * Does something with the file.
     *
     * <p>A damaged file makes jHDF fail in many ways, and ask for absurd amounts of memory or recursion; the latter are
     * errors of one step, which leave nothing behind.
     *
     * @throws DataException if that fails
     */
    <T> T guard(Supplier<T> action) {
        try {
            return action.get();
        } catch (DataException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file.name(),
                    "needs more memory than the " + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB there are: its chunks are too large, or it is damaged and claims too much",
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new DataException(file.name(), "is damaged, or holds HDF5 that cannot be read: " + reason(e), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            hdf.close();
        } catch (IOException | HdfException e) {
            throw unreadable(file, e);
        }
    }

    private static DataException unreadable(InputFile file, Exception e) {
        return new DataException(file.name(), "cannot be read: " + e.getMessage(), e);
    }

    /** What the innermost failure says, which is the most exact. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage());
        return innermost instanceof HdfException
                ? message
                : innermost.getClass().getSimpleName() + (innermost.getMessage() == null ? "" : " (" + message + ")");
    }
}
