package org.muonframework.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

/** A dataset whose columns are given as arrays; read in batches of a chosen size. */
public final class ColumnsDataset implements Dataset {

    private final List<ColumnSpec> specs = new ArrayList<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int batchRows = 1000;

    public ColumnsDataset with(String name, double... values) {
        return with(name, ColumnRole.FEATURE, new Column.Doubles(values), ColumnType.DOUBLE);
    }

    public ColumnsDataset with(String name, ColumnRole role, double... values) {
        return with(name, role, new Column.Doubles(values), ColumnType.DOUBLE);
    }

    public ColumnsDataset with(String name, ColumnRole role, long[] values) {
        return with(name, role, new Column.Longs(values), ColumnType.LONG);
    }

    public ColumnsDataset with(String name, ColumnRole role, String... values) {
        return with(name, role, new Column.Texts(values), ColumnType.TEXT);
    }

    public ColumnsDataset with(String name, Column column, ColumnType type) {
        return with(name, ColumnRole.FEATURE, column, type);
    }

    public ColumnsDataset with(String name, ColumnRole role, Column column, ColumnType type) {
        boolean jagged = column instanceof Column.Jagged;
        specs.add(new ColumnSpec(name, type, jagged, "", "", role));
        columns.put(name, column);
        return this;
    }

    public ColumnsDataset inBatchesOf(int rows) {
        batchRows = rows;
        return this;
    }

    @Override
    public Schema schema() {
        return Schema.of(specs);
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(size());
    }

    /** All rows and columns as one batch. */
    public Batch batch() {
        return new Batch(size(), columns, "memory", 1);
    }

    @Override
    public BatchReader open(Set<String> names) {
        return new BatchReader() {
            private int next;

            @Override
            public Optional<Batch> next() {
                if (next >= size()) {
                    return Optional.empty();
                }
                int from = next;
                int to = Math.min(from + batchRows, size());
                next = to;
                Map<String, Column> some = new HashMap<>();
                names.forEach(name -> some.put(name, slice(columns.get(name), from, to)));
                return Optional.of(new Batch(to - from, some, "memory", from + 1L));
            }

            @Override
            public void close() {
                next = size();
            }
        };
    }

    private int size() {
        return columns.values().stream().mapToInt(Column::size).findFirst().orElse(0);
    }

    private static Column slice(Column column, int from, int to) {
        if (column instanceof Column.Doubles doubles) {
            return new Column.Doubles(Arrays.copyOfRange(doubles.values(), from, to));
        }
        if (column instanceof Column.Floats floats) {
            return new Column.Floats(Arrays.copyOfRange(floats.values(), from, to));
        }
        if (column instanceof Column.Longs longs) {
            return new Column.Longs(Arrays.copyOfRange(longs.values(), from, to));
        }
        if (column instanceof Column.Texts texts) {
            return new Column.Texts(Arrays.copyOfRange(texts.values(), from, to));
        }
        if (column instanceof Column.Ints ints) {
            return new Column.Ints(Arrays.copyOfRange(ints.values(), from, to));
        }
        if (column instanceof Column.Jagged jagged) {
            return new Column.Jagged(Arrays.copyOfRange(jagged.offsets(), from, to + 1), jagged.values());
        }
        throw new IllegalArgumentException("no slices of " + column.getClass());
    }
}
