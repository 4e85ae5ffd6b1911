package org.muonframework.data.format.hdf5;

import java.nio.ByteBuffer;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Follows a counter through a file: where the elements of each row of the table are. */
final class HdfOffsets {

    private final HdfSource source;
    private final String path;
    private final HdfRows counter;
    private final HdfValues values;
    private final HdfHeaps heaps;
    private String counted = "";
    private long length = -1;
    private long next;
    private long first;
    private int[] offsets = {0};

    HdfOffsets(HdfSource source, String path, HdfRows counter, HdfHeaps heaps) {
        this.source = source;
        this.path = path;
        this.counter = counter;
        this.values = HdfTypes.values(counter.type()).orElseThrow();
        this.heaps = heaps;
    }

    /**
     * Names a dataset whose elements this counts.
     *
     * @throws DataException if another one has another number of elements
     */
    void counts(String dataset, long elements) {
        if (length >= 0 && elements != length) {
            throw new DataException(
                    source.file().name(),
                    "'" + path + "' cannot count both the " + length + " elements of '" + counted + "' and the "
                            + elements + " of '" + dataset + "'");
        }
        counted = dataset;
        length = elements;
    }

    /**
     * Reads the numbers of elements of the next rows.
     *
     * @throws DataException if they are negative, or there are not that many elements
     */
    void read(long firstRow, int count) {
        ByteBuffer bytes = counter.read(firstRow, count);
        Column counts = values.decode(bytes, count, counter.stride(), heaps);
        first = next;
        offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            long elements = counts.longAt(i);
            if (elements < 0 || elements > length - next) {
                throw new DataException(
                        source.file().name(),
                        "'" + path + "' says that row " + (firstRow + i + 1) + " has " + elements
                                + " elements, but of the " + length + " in '" + counted + "' " + (length - next)
                                + " are left");
            }
            next += elements;
            offsets[i + 1] = Math.toIntExact(next - first);
        }
    }

    /** Number of the first element of the rows read last. */
    long first() {
        return first;
    }

    /** Where the elements of each of these rows are, counted from the first. */
    int[] offsets() {
        return offsets;
    }

    /**
     * To be called behind the last row.
     *
     * @throws DataException if elements are left
     */
    void checkEnd() {
        if (next != length) {
            throw new DataException(
                    source.file().name(),
                    "'" + path + "' counts " + next + " elements, but '" + counted + "' has " + length);
        }
    }
}
