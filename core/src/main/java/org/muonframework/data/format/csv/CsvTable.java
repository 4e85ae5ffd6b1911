package org.muonframework.data.format.csv;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/** A text table all of whose lines have been seen to have the same fields, and whose types are known. */
final class CsvTable implements TableFile {

    private final CsvQuery query;
    private final int threads;
    private final Schema schema;
    private final CsvTypes types;

    private CsvTable(CsvQuery query, int threads, CsvTypes types) {
        this.query = query;
        this.threads = threads;
        this.types = types;
        List<ColumnSpec> columns = new ArrayList<>();
        query.header().places().forEach((name, place) -> {
            CsvTypes.Values values = types.columns().get(place);
            columns.add(new ColumnSpec(name, values.type(), values.isJagged(), "", "", ColumnRole.FEATURE));
        });
        this.schema = Schema.of(columns);
    }

    /** Finds delimiter, names, types and the number of rows. */
    static CsvTable open(InputFile file, ReadOptions options) {
        CsvSource source = CsvSource.of(file);
        try {
            String start = source.start();
            CsvDialect dialect = CsvDialect.find(start, options.delimiter(), file);
            CsvHeader header = CsvHeader.read(start, dialect, file);
            CsvTable table = open(source, header, options);
            if (table.types.rows() > 0 && source.endsWithinLine()) {
                options.log()
                        .warn(
                                "{}: the last line does not end; if the file was cut off, its last value is wrong",
                                file.name());
            }
            return table;
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    @Override
    public InputFile file() {
        return query.source().file();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(types.rows());
    }

    @Override
    public BatchReader open(Set<String> columns) {
        List<ColumnSpec> wanted = columns.stream()
                .map(name -> schema.find(name)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no column '" + name + "' in " + file().name())))
                .toList();
        return new CsvReader(query, threads, wanted, types);
    }

    /** Where DuckDB fails but every line is as it has to be, the ends of lines differ, which it can be told to allow. */
    private static CsvTable open(CsvSource source, CsvHeader header, ReadOptions options) throws IOException {
        try {
            return open(new CsvQuery(source, header, true), options);
        } catch (SQLException e) {
            Optional<Problem> fault = new CsvFault(source, header).find();
            if (fault.isPresent()) {
                throw new DataException(fault.get().where(), fault.get().message(), e);
            }
        }
        try {
            return open(new CsvQuery(source, header, false), options);
        } catch (SQLException e) {
            throw unreadable(source, e);
        }
    }

    private static CsvTable open(CsvQuery query, ReadOptions options) throws SQLException, IOException {
        try (DuckDBConnection connection = DuckDatabase.open(options.threads(), Optional.empty());
                Statement statement = connection.createStatement()) {
            return new CsvTable(query, options.threads(), CsvTypes.find(statement, query, options.threads()));
        }
    }

    /** The error for a file that DuckDB cannot read. */
    static DataException unreadable(CsvSource source, SQLException cause) {
        return new DataException(source.file().name(), "cannot be read as CSV: " + DuckDatabase.reason(cause), cause);
    }
}
