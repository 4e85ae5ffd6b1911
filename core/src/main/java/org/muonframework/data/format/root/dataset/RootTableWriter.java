package org.muonframework.data.format.root.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;
import org.muonframework.data.format.root.write.RootFileWriter;
import org.muonframework.data.format.root.write.TreeWriter;
import org.muonframework.files.AtomicFile;
import org.muonframework.files.TemporaryFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/**
 * Writes a tree to a new ROOT file, compressed by Zstandard: read by ROOT since 6.20, by uproot and by JSROOT. Types come
 * back as they were; units and descriptions are in the titles of the branches, see {@link BranchTitle}.
 */
public final class RootTableWriter implements TableWriter {

    private static final int MOST_THREADS = 4;

    private final Schema schema;
    private final TemporaryFile temporary;
    private final RootFileWriter file;
    private final TreeWriter tree;

    private RootTableWriter(Schema schema, TemporaryFile temporary, RootFileWriter file, TreeWriter tree) {
        this.schema = schema;
        this.temporary = temporary;
        this.file = file;
        this.tree = tree;
    }

    /**
     * Starts a file.
     *
     * @param table the path of the tree in the file: {@code events}, {@code ntuples/events}
     * @throws DataException if it cannot be written, or a column holds lists of texts
     */
    public static RootTableWriter open(Path target, Schema schema, String table) {
        List<RootColumn> columns =
                schema.columns().stream().map(RootTableWriter::column).toList();
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        TemporaryFile temporary = TemporaryFile.beside(target);
        try {
            RootFileWriter file =
                    RootFileWriter.create(temporary.path(), String.valueOf(target.getFileName()), Compression.ZSTD);
            try {
                return new RootTableWriter(schema, temporary, file, file.tree(table, "", columns, threads));
            } catch (RootException e) {
                file.close();
                throw e;
            }
        } catch (RootException e) {
            temporary.close();
            throw unwritable(target, e);
        }
    }

    @Override
    public void write(Batch batch) {
        Map<String, Values> columns = new HashMap<>();
        for (ColumnSpec column : schema.columns()) {
            columns.put(column.name(), values(batch.column(column.name())));
        }
        told(() -> tree.write(new Block(0, batch.rows(), columns)));
    }

    @Override
    public void commit() {
        told(() -> {
            tree.finish();
            file.finish();
            file.close();
        });
        temporary.commit();
    }

    @Override
    public void close() {
        try (temporary) {
            tree.close();
            told(file::close);
        }
    }

    private void told(Runnable action) {
        try {
            action.run();
        } catch (RootException e) {
            throw unwritable(temporary.target(), e);
        }
    }

    private static DataException unwritable(Path target, RootException problem) {
        return problem.getCause() instanceof IOException cause
                ? AtomicFile.unwritable(target, cause)
                : new DataException(target.toString(), problem.problem(), problem);
    }

    private static RootColumn column(ColumnSpec column) {
        String title = new BranchTitle(column.description(), column.unit()).format(column.name());
        return new RootColumn(column.name(), type(column.type()), column.jagged() ? 1 : 0, title);
    }

    private static ValueType type(ColumnType type) {
        return switch (type) {
            case DOUBLE -> ValueType.FLOAT64;
            case FLOAT -> ValueType.FLOAT32;
            case LONG -> ValueType.INT64;
            case INT -> ValueType.INT32;
            case BOOLEAN -> ValueType.BOOL;
            case TEXT -> ValueType.STRING;
        };
    }

    private static Values values(Column column) {
        if (column instanceof Column.Jagged jagged) {
            return new Values.Lists(jagged.offsets(), values(jagged.values()));
        } else if (column instanceof Column.Doubles doubles) {
            return new Values.Doubles(doubles.values());
        } else if (column instanceof Column.Floats floats) {
            return new Values.Floats(floats.values());
        } else if (column instanceof Column.Longs longs) {
            return new Values.Longs(longs.values());
        } else if (column instanceof Column.Ints ints) {
            return new Values.Ints(ints.values());
        } else if (column instanceof Column.Booleans booleans) {
            return new Values.Booleans(booleans.values());
        } else {
            return new Values.Texts(((Column.Texts) column).values());
        }
    }
}
