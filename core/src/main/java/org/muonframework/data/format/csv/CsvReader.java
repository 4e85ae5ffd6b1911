package org.muonframework.data.format.csv;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

/**
 * Reads some columns of a text table; one more column of the query tells whether all values of a row are good.
 *
 * <p>Where that is safe, DuckDB turns texts into numbers as it divides the file, which is faster than dividing it
 * into texts first. At a text that is no number to it, it stops: reading then goes on in the exact way, in which
 * {@code n/a} is a missing number and {@code bad} an error with line, row and column.
 */
final class CsvReader implements BatchReader {

    private static final int LONGEST_TEXT = 40;

    /** Rows in a batch with lists, which may be long: as many as DuckDB hands over at a time. */
    private static final int LIST_ROWS = 2048;

    private final CsvQuery query;
    private final CsvSource source;
    private final List<ColumnSpec> columns;
    private final long rows;
    private final DuckDBConnection connection;
    private final int batchRows;
    private final ColumnBuffer[] buffers;
    private ChunkStream stream;
    private boolean exact;
    private long rowsRead;

    CsvReader(CsvQuery query, int threads, List<ColumnSpec> columns, CsvTypes types) {
        this.query = query;
        this.source = query.source();
        this.columns = columns;
        this.rows = types.rows();
        batchRows = columns.stream().anyMatch(ColumnSpec::jagged) ? LIST_ROWS : TableFile.BATCH_ROWS;
        buffers = Stream.concat(columns.stream().map(CsvReader::handedOver), Stream.of(ColumnType.BOOLEAN))
                .map(type -> ColumnBuffer.of(type, batchRows))
                .toArray(ColumnBuffer[]::new);
        BitSet whole = places(ColumnType.LONG, types.direct());
        BitSet real = places(ColumnType.DOUBLE, types.direct());
        exact = whole.isEmpty() && real.isEmpty();
        try {
            connection = DuckDatabase.open(threads, Optional.empty());
            stream = start(whole, real);
        } catch (SQLException e) {
            throw CsvTable.unreadable(source, e);
        }
    }

    /** The type in which values come from DuckDB: lists as texts. */
    private static ColumnType handedOver(ColumnSpec column) {
        return column.jagged() ? ColumnType.TEXT : column.type();
    }

    /** DuckDB may meet a text that is no number at once. */
    private ChunkStream start(BitSet whole, BitSet real) throws SQLException {
        if (!exact) {
            try {
                return new ChunkStream(connection, directQuery(whole, real));
            } catch (SQLException e) {
                exact = true;
            }
        }
        return new ChunkStream(connection, exactQuery());
    }

    private BitSet places(ColumnType type, BitSet direct) {
        BitSet places = new BitSet();
        columns.stream()
                .filter(column -> !column.jagged() && column.type() == type)
                .forEach(column -> places.set(place(column)));
        places.and(direct);
        return places;
    }

    private String directQuery(BitSet whole, BitSet real) {
        return select(
                column -> whole.get(place(column)) || real.get(place(column)) ? "c" + place(column) : value(column),
                column -> !real.get(place(column)),
                query.rows(whole, real));
    }

    private String exactQuery() {
        return select(this::value, column -> true, query.rows());
    }

    /** The values of all columns, and whether those that may not be missing are there. */
    private String select(Function<ColumnSpec, String> value, Predicate<ColumnSpec> required, String from) {
        StringBuilder values = new StringBuilder();
        StringBuilder good = new StringBuilder("true");
        for (int i = 0; i < columns.size(); i++) {
            values.append(value.apply(columns.get(i))).append(" AS v").append(i).append(", ");
            good.append(required.test(columns.get(i)) ? " AND v" + i + " IS NOT NULL" : "");
        }
        return "SELECT " + values + good + " FROM " + from;
    }

    @Override
    public Optional<Batch> next() {
        int count = stream.read(buffers, batchRows);
        if (count < batchRows && rowsRead + count != rows && !exact) {
            goOnExactly();
            count = stream.read(buffers, batchRows);
        }
        if (count < batchRows && rowsRead + count != rows) {
            throw new DataException(
                    source.file().name(), "has changed since it was opened: fewer or more than its " + rows + " rows");
        }
        Column[] taken = new Column[buffers.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = buffers[i].take();
        }
        for (boolean good : ((Column.Booleans) taken[columns.size()]).values()) {
            if (!good) {
                throw badValues();
            }
        }
        Map<String, Column> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSpec column = columns.get(i);
            values.put(
                    column.name(),
                    column.jagged() ? CsvLists.parse(((Column.Texts) taken[i]).values(), column.type()) : taken[i]);
        }
        rowsRead += count;
        return count == 0
                ? Optional.empty()
                : Optional.of(new Batch(count, values, source.file().name(), rowsRead - count + 1));
    }

    /** Starts again in the exact way, behind the rows that have been given. */
    private void goOnExactly() {
        exact = true;
        try {
            stream.close();
            stream = new ChunkStream(connection, exactQuery());
        } catch (SQLException e) {
            throw CsvTable.unreadable(source, e);
        }
        drop();
        for (long left = rowsRead; left > 0; left -= batchRows) {
            stream.read(buffers, (int) Math.min(left, batchRows));
            drop();
        }
    }

    private void drop() {
        for (ColumnBuffer buffer : buffers) {
            buffer.take();
        }
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
        return column.jagged() ? query.list(place(column), column.type()) : query.value(place(column), column.type());
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
                        problems.add(problem(column, result.getLong(1), result.getLong(2), result.getString(3)));
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

    private Problem problem(ColumnSpec column, long count, long row, String text) throws IOException {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return new Problem(
                source.file().name() + ":" + new CsvFault(source, query.header()).line(row),
                "row " + row + ", column '" + column.name() + "': '" + shown + "' is not a "
                        + (column.jagged() ? "list of numbers, such as [1, 2.5]" : "number")
                        + (count == 1 ? "" : " (" + count + " such values in the column)"));
    }
}
