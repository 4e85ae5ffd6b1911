package org.muonframework.data.format.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.muonframework.spi.data.ColumnType;

/** Databases in memory that touch nothing but the files they are told to. */
public final class DuckDatabase {

    private DuckDatabase() {}

    /**
     * Opens a new, empty database; it ends with its last connection.
     *
     * @param spill where data go that exceed the memory allowed; nowhere when empty
     */
    public static DuckDBConnection open(int threads, Optional<Path> spill) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", "2GB");
        settings.setProperty("temp_directory", spill.map(Path::toString).orElse(""));
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty("jdbc_stream_results", "true");
        DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("SET enable_geoparquet_conversion = false");
        }
        return connection;
    }

    /** The version of DuckDB, as a database itself tells it. */
    public static String version() throws SQLException {
        try (DuckDBConnection connection = open(1, Optional.empty())) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** A text in SQL. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A file to read, as a text in SQL; DuckDB would take its name for a pattern that other files match too. */
    public static String path(Path file) {
        return literal(file.toString().replaceAll("[\\[*?]", "[$0]"));
    }

    /** The name of a column in SQL. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The type in which DuckDB hands values over and writes them. */
    public static String type(ColumnType type) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case FLOAT -> "FLOAT";
            case LONG -> "BIGINT";
            case INT -> "INTEGER";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }

    /** What DuckDB says went wrong, without the kind of error and advice for programmers. */
    public static String reason(Exception error) {
        return String.valueOf(error.getMessage())
                .lines()
                .map(line -> line.replaceFirst("^(Error: )?([A-Z][A-Za-z]* )*Error: ", ""))
                .filter(line -> !line.isBlank() && !line.startsWith("Attempting to execute an unsuccessful"))
                .findFirst()
                .orElse("unknown reason");
    }
}
