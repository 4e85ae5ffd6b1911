package org.muonframework.data.format.parquet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.duckdb.ChunkStream;
import org.muonframework.data.format.duckdb.ColumnBuffer;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/**
 * Reads some columns of a Parquet file.
 *
 * <p>One query gives the flat columns and the lengths of the lists; one more for each column of lists gives their
 * elements, one after the other.
 */
final class ParquetReader implements BatchReader {

    private final InputFile file;
    private final List<ParquetColumn> columns;
    private final long rows;
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final DuckDBConnection connection;
    private final ChunkStream stream;
    private final ColumnBuffer[] buffers;
    private final Map<String, ChunkStream> elements = new LinkedHashMap<>();
    private long rowsRead;
    private String listsAt = "";

    ParquetReader(InputFile file, int threads, List<ParquetColumn> columns, long rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        try {
            connection = keep(DuckDatabase.open(threads, Optional.empty()));
            PageChecksums.verify(connection, file, columns);
            String select = columns.stream().map(ParquetColumn::select).collect(Collectors.joining(", "));
            String from = " FROM " + ParquetTable.from(file);
            stream = keep(new ChunkStream(connection, "SELECT " + (columns.isEmpty() ? "true" : select) + from));
            buffers = columns.stream()
                    .map(column -> ColumnBuffer.of(
                            column.spec().jagged()
                                    ? ColumnType.INT
                                    : column.spec().type(),
                            TableFile.BATCH_ROWS))
                    .toArray(ColumnBuffer[]::new);
            for (ParquetColumn column : columns) {
                if (column.spec().jagged()) {
                    DuckDBConnection another = keep(connection.duplicate());
                    elements.put(
                            column.spec().name(),
                            keep(new ChunkStream(another, column.elements(ParquetTable.from(file)))));
                }
            }
        } catch (SQLException e) {
            close();
            throw ParquetErrors.of(file, e);
        } catch (DataException e) {
            close();
            throw e;
        }
    }

    @Override
    public Optional<Batch> next() {
        try {
            return batch();
        } catch (DuckDBFunctions.FunctionException e) {
            throw new DataException(
                    file.name(),
                    "behind row " + rowsRead + " a value is missing among whole numbers, which have no NaN"
                            + (listsAt.isEmpty() ? "" : ": in the lists of column '" + listsAt + "'"),
                    e);
        }
    }

    @Override
    public void close() {
        for (int i = resources.size() - 1; i >= 0; i--) {
            try {
                resources.get(i).close();
            } catch (Exception e) {
                throw ParquetErrors.of(file, e);
            }
        }
        resources.clear();
    }

    private Optional<Batch> batch() {
        int count = stream.read(buffers, TableFile.BATCH_ROWS);
        if (count < TableFile.BATCH_ROWS && rowsRead + count != rows) {
            throw damage();
        }
        if (count == 0) {
            return Optional.empty();
        }
        Map<String, Column> values = new LinkedHashMap<>();
        for (int i = 0; i < buffers.length; i++) {
            ParquetColumn column = columns.get(i);
            Column taken = buffers[i].take();
            values.put(column.spec().name(), column.spec().jagged() ? lists(column, (Column.Ints) taken) : taken);
        }
        rowsRead += count;
        return Optional.of(new Batch(count, values, file.name(), rowsRead - count + 1));
    }

    private Column lists(ParquetColumn column, Column.Ints lengths) {
        int[] offsets = new int[lengths.size() + 1];
        for (int i = 0; i < lengths.size(); i++) {
            offsets[i + 1] = Math.addExact(offsets[i], lengths.values()[i]);
        }
        int total = offsets[lengths.size()];
        listsAt = column.spec().name();
        ColumnBuffer buffer = ColumnBuffer.of(column.spec().type(), total);
        if (elements.get(column.spec().name()).read(new ColumnBuffer[] {buffer}, total) < total) {
            throw damage();
        }
        return new Column.Jagged(offsets, buffer.take());
    }

    /** Finds out why fewer rows came than there are: a query that has to look at every value tells the reason. */
    private DataException damage() {
        String hashes = columns.stream()
                .map(column -> "bit_xor(hash(" + column.sql() + ")), count(" + column.select() + ")")
                .collect(Collectors.joining(", "));
        try (DuckDBConnection another = connection.duplicate();
                Statement statement = another.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + hashes + " FROM " + ParquetTable.from(file))) {
            result.next();
        } catch (SQLException e) {
            return ParquetErrors.of(file, e);
        }
        return new DataException(file.name(), "is damaged: fewer than its " + rows + " rows can be read");
    }

    private <T extends AutoCloseable> T keep(T resource) {
        resources.add(resource);
        return resource;
    }
}
