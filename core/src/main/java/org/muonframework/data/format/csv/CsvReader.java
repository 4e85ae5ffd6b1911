package org.muonframework.data.format.csv;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.duckdb.ChunkStream;
import org.muonframework.data.format.duckdb.ColumnBuffer;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** Reads some columns of a text table; one more column of the query tells whether all values of a row are good. */
final class CsvReader implements BatchReader {

    private static final int LONGEST_TEXT = 40;

    private final CsvQuery query;
    private final CsvSource source;
    private final List<ColumnSpec> columns;
    private final long rows;
    private final DuckDBConnection connection;
    private final ChunkStream stream;
    private final ColumnBuffer[] buffers;
    private long rowsRead;

    CsvReader(CsvQuery query, int threads, List<ColumnSpec> columns, long rows) {
        this.query = query;
        this.source = query.source();
        this.columns = columns;
        this.rows = rows;
        StringBuilder values = new StringBuilder();
        StringBuilder good = new StringBuilder("true");
        buffers = new ColumnBuffer[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            ColumnType type = columns.get(i).type();
            values.append(value(columns.get(i))).append(" AS v").append(i).append(", ");
            good.append(" AND v").append(i).append(" IS NOT NULL");
            buffers[i] = ColumnBuffer.of(type, TableFile.BATCH_ROWS);
        }
        buffers[columns.size()] = ColumnBuffer.of(ColumnType.BOOLEAN, TableFile.BATCH_ROWS);
        try {
            connection = DuckDatabase.open(threads, Optional.empty());
            stream = new ChunkStream(connection, "SELECT " + values + good + " FROM " + query.rows());
        } catch (SQLException e) {
            throw CsvTable.unreadable(source, e);
        }
    }

    @Override
    public Optional<Batch> next() {
        int count = stream.read(buffers, TableFile.BATCH_ROWS);
        if (count < TableFile.BATCH_ROWS && rowsRead + count != rows) {
            throw new DataException(
                    source.file().name(), "has changed since it was opened: fewer or more than its " + rows + " rows");
        }
        Map<String, Column> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), buffers[i].take());
        }
        for (boolean good : ((Column.Booleans) buffers[columns.size()].take()).values()) {
            if (!good) {
                throw badValues();
            }
        }
        rowsRead += count;
        return count == 0
                ? Optional.empty()
                : Optional.of(new Batch(count, values, source.file().name(), rowsRead - count + 1));
    }

    @Override
    public void close() {
        try (connection) {
            stream.close();
        } catch (SQLException e) {
            throw CsvTable.unreadable(source, e);
        }
    }

    private String value(ColumnSpec column) {
        return query.value(place(column), column.type());
    }

    private int place(ColumnSpec column) {
        return query.header().places().get(column.name());
    }

    /** Looks through all rows for the first bad value of each column, and counts them. */
    private DataException badValues() {
        List<Problem> problems = new ArrayList<>();
        try (DuckDBConnection another = connection.duplicate();
                Statement statement = another.createStatement()) {
            for (ColumnSpec column : columns) {
                try (ResultSet result = statement.executeQuery("SELECT count(*), min(row), arg_min(text, row) FROM"
                        + " (SELECT row_number() OVER () AS row, " + query.stripped(place(column)) + " AS text, "
                        + value(column) + " AS value FROM " + query.rows() + ") WHERE value IS NULL")) {
                    result.next();
                    if (result.getLong(1) > 0) {
                        problems.add(problem(column.name(), result.getLong(1), result.getLong(2), result.getString(3)));
                    }
                }
            }
        } catch (SQLException e) {
            throw CsvTable.unreadable(source, e);
        } catch (IOException e) {
            throw source.unreadable(e);
        }
        return new DataException(problems);
    }

    private Problem problem(String column, long count, long row, String text) throws IOException {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return new Problem(
                source.file().name() + ":" + new CsvFault(source, query.header()).line(row),
                "row " + row + ", column '" + column + "': '" + shown + "' is not a number"
                        + (count == 1 ? "" : " (" + count + " such values in the column)"));
    }
}
