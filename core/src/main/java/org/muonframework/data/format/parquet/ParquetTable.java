package org.muonframework.data.format.parquet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/** A Parquet file whose footer has been read. */
final class ParquetTable implements TableFile {

    /** Units are kept in the file's key-value metadata, under this and the name of the column. */
    static final String UNIT_KEY = "unit:";

    private final InputFile file;
    private final int threads;
    private final Map<String, ParquetColumn> columns;
    private final Schema schema;
    private final long rows;

    private ParquetTable(
            InputFile file,
            int threads,
            Map<String, ParquetColumn> columns,
            Map<String, String> unreadable,
            long rows) {
        this.file = file;
        this.threads = threads;
        this.columns = columns;
        this.schema =
                new Schema(columns.values().stream().map(ParquetColumn::spec).toList(), List.of(), unreadable);
        this.rows = rows;
    }

    /** Reads names, types, units and the number of rows. */
    static ParquetTable open(InputFile file, ReadOptions options) {
        try (DuckDBConnection connection = DuckDatabase.open(options.threads(), Optional.empty());
                Statement statement = connection.createStatement()) {
            Map<String, String> types = pairs(
                    statement, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + from(file) + ")");
            Map<String, String> units = pairs(
                    statement,
                    "SELECT CAST(key AS VARCHAR), decode(value) FROM parquet_kv_metadata(" + path(file)
                            + ") WHERE starts_with(CAST(key AS VARCHAR), '" + UNIT_KEY + "')");
            Set<String> gaps = integersWithGaps(statement, file, types);
            Map<String, ParquetColumn> columns = new LinkedHashMap<>();
            Map<String, String> leftOut = new LinkedHashMap<>();
            types.forEach((name, duckType) -> {
                Optional<ColumnType> type = ParquetColumn.type(duckType);
                if (type.isEmpty()) {
                    leftOut.put(name.strip(), file.name() + ": columns of type " + duckType + " are not read");
                    return;
                }
                ColumnSpec spec = new ColumnSpec(
                        name.strip(),
                        gaps.contains(name) ? ColumnType.DOUBLE : type.get(),
                        ParquetColumn.isList(duckType),
                        units.getOrDefault(UNIT_KEY + name, ""),
                        "",
                        ColumnRole.FEATURE);
                if (columns.put(name.strip(), new ParquetColumn(spec, DuckDatabase.identifier(name))) != null) {
                    throw new DataException(
                            file.name(),
                            "two columns are named '" + name.strip() + "' (blanks around a name do not count)");
                }
            });
            if (!leftOut.isEmpty()) {
                options.log()
                        .info("{}: nested columns are left out: {}", file.name(), String.join(", ", leftOut.keySet()));
            }
            return new ParquetTable(file, options.threads(), columns, leftOut, count(statement, file));
        } catch (SQLException e) {
            throw ParquetErrors.of(file, e);
        }
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(rows);
    }

    @Override
    public BatchReader open(Set<String> names) {
        return new ParquetReader(file, threads, wanted(names, columns), rows);
    }

    /** The file as a table in SQL. */
    static String from(InputFile file) {
        return "read_parquet(" + path(file) + ", hive_partitioning = false)";
    }

    /** The file as a text in SQL. */
    static String path(InputFile file) {
        return DuckDatabase.path(file.path());
    }

    private static long count(Statement statement, InputFile file) throws SQLException {
        try (ResultSet result =
                statement.executeQuery("SELECT sum(num_rows) FROM parquet_file_metadata(" + path(file) + ")")) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * The columns of integers or truth values in which some are missing: these become {@code DOUBLE}, the missing ones
     * NaN. The footer tells it; of columns for which it does not, the values are looked at.
     */
    private static Set<String> integersWithGaps(Statement statement, InputFile file, Map<String, String> types)
            throws SQLException {
        Map<String, String> nulls = pairs(
                statement,
                "SELECT path_in_schema, CASE WHEN count(stats_null_count) < count(*) THEN '?'"
                        + " ELSE CAST(sum(stats_null_count) AS VARCHAR) END FROM parquet_metadata(" + path(file)
                        + ") GROUP BY ALL");
        List<String> integers = types.keySet().stream()
                .filter(name -> !ParquetColumn.isList(types.get(name)))
                .filter(name -> switch (ParquetColumn.type(types.get(name)).orElse(ColumnType.TEXT)) {
                    case INT, LONG, BOOLEAN -> true;
                    case DOUBLE, FLOAT, TEXT -> false;
                })
                .toList();
        Map<String, String> unknown = new HashMap<>();
        for (String name : integers) {
            if (nulls.getOrDefault(name, "0").equals("?")) {
                unknown.put(name, "count(*) - count(" + DuckDatabase.identifier(name) + ")");
            }
        }
        if (!unknown.isEmpty()) {
            List<String> names = List.copyOf(unknown.keySet());
            String counts = names.stream().map(unknown::get).collect(Collectors.joining(", "));
            try (ResultSet result = statement.executeQuery("SELECT " + counts + " FROM " + from(file))) {
                result.next();
                for (int i = 0; i < names.size(); i++) {
                    nulls.put(names.get(i), result.getString(i + 1));
                }
            }
        }
        return integers.stream()
                .filter(name -> !nulls.getOrDefault(name, "0").equals("0"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> pairs(Statement statement, String query) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                pairs.put(result.getString(1), result.getString(2));
            }
        }
        return pairs;
    }
}
