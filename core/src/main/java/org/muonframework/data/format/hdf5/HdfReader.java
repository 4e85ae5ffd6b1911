package org.muonframework.data.format.hdf5;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Reads some columns of a table; nothing else of the file is touched. */
final class HdfReader implements BatchReader {

    /** A batch of wide rows has so many bytes at most, and then fewer rows. */
    private static final long BATCH_BYTES = 256L << 20;

    private final HdfSource source;
    private final List<HdfColumn> columns;
    private final long rows;
    private final int batchRows;
    private final HdfHeaps heaps;
    private final Map<String, HdfRows> datasets = new HashMap<>();
    private final Map<String, HdfOffsets> counters = new HashMap<>();
    private long rowsRead;

    private HdfReader(HdfSource source, List<HdfColumn> columns, long rows) {
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.heaps = new HdfHeaps(source.hdf().getHdfBackingStorage());
        for (HdfColumn column : columns) {
            HdfRows dataset = dataset(column.dataset());
            if (column.counter().isPresent()) {
                String path = column.counter().get();
                counters.putIfAbsent(path, new HdfOffsets(source, path, dataset(path), heaps));
                counters.get(path).counts(column.dataset(), dataset.rows());
            }
        }
        long stride = datasets.values().stream().mapToLong(HdfRows::stride).sum();
        this.batchRows = (int) Math.max(1, Math.min(TableFile.BATCH_ROWS, BATCH_BYTES / Math.max(1, stride)));
    }

    /**
     * Starts reading.
     *
     * @throws DataException if the file is damaged, or a filter of a column is unknown
     */
    static HdfReader open(InputFile file, List<HdfColumn> columns, long rows) {
        HdfSource source = HdfSource.open(file);
        try {
            return source.guard(() -> new HdfReader(source, columns, rows));
        } catch (DataException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public Optional<Batch> next() {
        int count = (int) Math.min(batchRows, rows - rowsRead);
        if (count == 0) {
            counters.values().forEach(HdfOffsets::checkEnd);
            return Optional.empty();
        }
        Batch batch = source.guard(() -> batch(count));
        rowsRead += count;
        return Optional.of(batch);
    }

    @Override
    public void close() {
        source.close();
    }

    private HdfRows dataset(String path) {
        return datasets.computeIfAbsent(path, name -> new HdfRows(source, name));
    }

    private Batch batch(int count) {
        counters.values().forEach(counter -> counter.read(rowsRead, count));
        Map<String, Column> values = new LinkedHashMap<>();
        for (HdfColumn column : columns) {
            values.put(column.spec().name(), values(column, count));
        }
        return new Batch(count, values, source.file().name(), rowsRead + 1);
    }

    private Column values(HdfColumn column, int count) {
        if (column.counter().isEmpty()) {
            return decode(column, rowsRead, count);
        }
        HdfOffsets counter = counters.get(column.counter().get());
        int[] offsets = counter.offsets();
        return new Column.Jagged(offsets, decode(column, counter.first(), offsets[count]));
    }

    private Column decode(HdfColumn column, long first, int count) {
        HdfRows dataset = datasets.get(column.dataset());
        try {
            return column.values().decode(dataset.read(first, count), count, dataset.stride(), heaps);
        } catch (ArithmeticException e) {
            throw new DataException(
                    source.file().name(),
                    "dataset '" + column.dataset() + "', column '"
                            + column.spec().name() + "', behind element " + first + ": " + e.getMessage(),
                    e);
        }
    }
}
