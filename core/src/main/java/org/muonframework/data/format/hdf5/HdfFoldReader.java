package org.muonframework.data.format.hdf5;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** Reads fold by fold; of sparse matrices one fold is in memory, of everything else one batch. */
final class HdfFoldReader implements BatchReader {

    /** A batch of wide rows has so many bytes at most, and then fewer rows. */
    private static final long BATCH_BYTES = 256L << 20;

    private final HdfSource source;
    private final HdfFolds folds;
    private final List<HdfFoldColumn> columns;
    private final HdfHeaps heaps;
    private final boolean hasHits;
    private int next;
    private Optional<Opened> opened = Optional.empty();
    private long rowsRead;

    /** A fold that is being read, and how far. */
    private static final class Opened {

        private final HdfFold fold;
        private final Map<String, HdfRows> parts = new HashMap<>();
        private Optional<HdfHits> hits = Optional.empty();
        private long row;

        Opened(HdfFold fold) {
            this.fold = fold;
        }

        long left() {
            return fold.rows() - row;
        }
    }

    HdfFoldReader(HdfSource source, HdfFolds folds, List<HdfFoldColumn> columns) {
        this.source = source;
        this.folds = folds;
        this.columns = columns;
        this.heaps = new HdfHeaps(source.hdf().getHdfBackingStorage());
        this.hasHits = columns.stream()
                .anyMatch(column -> column instanceof HdfFoldColumn.Cells || column instanceof HdfFoldColumn.Hits);
    }

    @Override
    public Optional<Batch> next() {
        while (opened.isEmpty() || opened.get().left() == 0) {
            if (next == folds.folds().size()) {
                return Optional.empty();
            }
            opened = Optional.empty();
            HdfFold fold = folds.folds().get(next++);
            opened = Optional.of(source.guard(() -> open(fold)));
        }
        Opened fold = opened.get();
        Batch batch = source.guard(() -> batch(fold));
        fold.row += batch.rows();
        rowsRead += batch.rows();
        return Optional.of(batch);
    }

    @Override
    public void close() {
        source.close();
    }

    private Opened open(HdfFold fold) {
        Opened open = new Opened(fold);
        for (HdfFoldColumn column : columns) {
            if (column instanceof HdfFoldColumn.Stored stored) {
                open.parts.computeIfAbsent(stored.part(), part -> new HdfRows(source, fold.path(part)));
            }
        }
        if (hasHits) {
            open.hits = Optional.of(HdfHits.read(source, fold, folds.meta()));
        }
        return open;
    }

    private Batch batch(Opened fold) {
        long stride = fold.parts.values().stream().mapToLong(HdfRows::stride).sum();
        long most = Math.max(1, Math.min(TableFile.BATCH_ROWS, BATCH_BYTES / Math.max(1, stride)));
        int count = (int) Math.min(most, fold.left());
        Map<String, Column> values = new LinkedHashMap<>();
        for (HdfFoldColumn column : columns) {
            values.put(column.spec().name(), values(column, fold, count));
        }
        return new Batch(count, values, source.file().name(), rowsRead + 1);
    }

    private Column values(HdfFoldColumn column, Opened fold, int count) {
        if (column instanceof HdfFoldColumn.Stored stored) {
            return decode(stored, fold, count);
        }
        int from = (int) fold.row;
        if (column instanceof HdfFoldColumn.Cells) {
            return fold.hits.orElseThrow().cells(from, from + count);
        }
        if (column instanceof HdfFoldColumn.Hits) {
            return fold.hits.orElseThrow().values(from, from + count);
        }
        int[] numbers = new int[count];
        Arrays.fill(numbers, fold.fold.number());
        return new Column.Ints(numbers);
    }

    private Column decode(HdfFoldColumn.Stored column, Opened fold, int count) {
        HdfRows rows = fold.parts.get(column.part());
        try {
            return column.values().decode(rows.read(fold.row, count), count, rows.stride(), heaps);
        } catch (ArithmeticException e) {
            throw new DataException(
                    source.file().name(),
                    "'" + fold.fold.path(column.part()) + "', behind row " + fold.row + " of the fold: "
                            + e.getMessage(),
                    e);
        }
    }
}
