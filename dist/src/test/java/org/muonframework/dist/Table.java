package org.muonframework.dist;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables in files, read and written by DuckDB itself. */
final class Table {

    private Table() {}

    /** The rows of a query; {@code %s} in it are files. Floating-point numbers come with all their digits. */
    static List<List<Object>> query(String sql, Path... files) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(quoted(files)))) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Writes what a query gives. */
    static Path copy(String sql, Path from, Path to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(("copy (" + sql + ") to %s (format parquet)").formatted(quoted(from, to)));
        }
        return to;
    }

    private static Object[] quoted(Path... files) {
        Object[] texts = new Object[files.length];
        for (int i = 0; i < files.length; i++) {
            texts[i] = "'" + files[i].toString().replace("'", "''") + "'";
        }
        return texts;
    }
}
