package org.muonframework.data.format.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.TableWriter;
import org.muonframework.files.AtomicFile;
import org.muonframework.files.TemporaryFile;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/**
 * Writes a file in one of DuckDB's formats.
 *
 * <p>Rows are collected in a table of DuckDB's, which goes to disk beside the target when it outgrows the memory
 * allowed.
 */
public final class DuckWriter implements TableWriter {

    private static final int THREADS = 2;

    private final Schema schema;
    private final String options;
    private final TemporaryFile file;
    private final Path spill;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    /**
     * Starts a file.
     *
     * @param options the format and its options, as {@code COPY} takes them
     * @throws org.muonframework.spi.problem.DataException if it cannot be written
     */
    public DuckWriter(Path target, Schema schema, String options) {
        this.schema = schema;
        this.options = options;
        file = TemporaryFile.beside(target);
        spill = file.path().resolveSibling(file.path().getFileName() + ".spill");
        try {
            connection = DuckDatabase.open(THREADS, Optional.of(spill));
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE rows (" + columns((i, column) -> "c" + i + " " + type(column)) + ")");
            }
            appender = connection.createAppender("rows");
        } catch (SQLException e) {
            file.close();
            throw AtomicFile.unwritable(target, e);
        }
    }

    @Override
    public void write(Batch batch) {
        Column[] columns = schema.columns().stream()
                .map(column -> batch.column(column.name()))
                .toArray(Column[]::new);
        try {
            for (int row = 0; row < batch.rows(); row++) {
                appender.beginRow();
                for (Column column : columns) {
                    append(column, row);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw AtomicFile.unwritable(file.target(), e);
        }
    }

    @Override
    public void commit() {
        try (Statement statement = connection.createStatement()) {
            appender.close();
            statement.execute("COPY (SELECT "
                    + columns((i, column) -> "c" + i + " AS " + DuckDatabase.identifier(column.name()))
                    + " FROM rows) TO " + DuckDatabase.literal(file.path().toString())
                    // The file is a temporary one already; a second one of DuckDB's own would stay behind a failure.
                    + " (USE_TMP_FILE false, " + options + ")");
        } catch (SQLException e) {
            throw AtomicFile.unwritable(file.target(), e);
        }
        file.commit();
    }

    @Override
    public void close() {
        try (file) {
            appender.close();
            connection.close();
            if (Files.exists(spill)) {
                List<Path> parts;
                try (Stream<Path> walk = Files.walk(spill)) {
                    parts = walk.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path part : parts) {
                    Files.delete(part);
                }
            }
        } catch (SQLException | IOException e) {
            throw AtomicFile.unwritable(file.target(), e);
        }
    }

    /** The columns have numbers for names while they are collected, for DuckDB does not tell capitals from small. */
    private String columns(BiFunction<Integer, ColumnSpec, String> words) {
        List<ColumnSpec> columns = schema.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> words.apply(i, columns.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String type(ColumnSpec column) {
        return DuckDatabase.type(column.type()) + (column.jagged() ? "[]" : "");
    }

    private void append(Column column, int row) throws SQLException {
        if (column instanceof Column.Doubles doubles) {
            appender.append(doubles.values()[row]);
        } else if (column instanceof Column.Floats floats) {
            appender.append(floats.values()[row]);
        } else if (column instanceof Column.Longs longs) {
            appender.append(longs.values()[row]);
        } else if (column instanceof Column.Ints ints) {
            appender.append(ints.values()[row]);
        } else if (column instanceof Column.Booleans booleans) {
            appender.append(booleans.values()[row]);
        } else if (column instanceof Column.Texts texts) {
            appender.append(texts.values()[row]);
        } else if (column instanceof Column.Jagged jagged) {
            append(jagged.values(), jagged.offsets()[row], jagged.offsets()[row + 1]);
        }
    }

    /** Adds a list: the elements of a column from one to before another. */
    private void append(Column elements, int from, int to) throws SQLException {
        if (elements instanceof Column.Doubles doubles) {
            appender.append(Arrays.copyOfRange(doubles.values(), from, to));
        } else if (elements instanceof Column.Floats floats) {
            appender.append(Arrays.copyOfRange(floats.values(), from, to));
        } else if (elements instanceof Column.Longs longs) {
            appender.append(Arrays.copyOfRange(longs.values(), from, to));
        } else if (elements instanceof Column.Ints ints) {
            appender.append(Arrays.copyOfRange(ints.values(), from, to));
        } else if (elements instanceof Column.Booleans booleans) {
            appender.append(Arrays.copyOfRange(booleans.values(), from, to));
        } else if (elements instanceof Column.Texts texts) {
            appender.append(Arrays.asList(texts.values()).subList(from, to));
        }
    }
}
