package org.muonframework.data.format.parquet;

import java.util.Optional;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * A column of a Parquet file.
 *
 * @param spec what it is to us
 * @param sql its name in SQL
 */
record ParquetColumn(ColumnSpec spec, String sql) {

    private static final String LIST = "[]";

    /** Our type for one of DuckDB's, or empty for structures and maps. */
    static Optional<ColumnType> type(String duckType) {
        String type = duckType.endsWith(LIST) ? duckType.substring(0, duckType.length() - LIST.length()) : duckType;
        String base = type.replaceFirst("\\(.*", "");
        if (type.endsWith("]")) {
            return Optional.empty();
        }
        return switch (base) {
            case "DOUBLE", "DECIMAL", "HUGEINT", "UHUGEINT" -> Optional.of(ColumnType.DOUBLE);
            case "FLOAT" -> Optional.of(ColumnType.FLOAT);
            case "BIGINT", "UBIGINT", "UINTEGER" -> Optional.of(ColumnType.LONG);
            case "INTEGER", "SMALLINT", "TINYINT", "USMALLINT", "UTINYINT" -> Optional.of(ColumnType.INT);
            case "BOOLEAN" -> Optional.of(ColumnType.BOOLEAN);
            case "STRUCT", "MAP", "UNION", "VARIANT", "\"NULL\"" -> Optional.empty();
            default -> Optional.of(ColumnType.TEXT);
        };
    }

    /** Whether one of DuckDB's types is a list of a type that we know. */
    static boolean isList(String duckType) {
        return duckType.endsWith(LIST);
    }

    /** What to select for a row: the value, or the length of the list. */
    String select() {
        return spec.jagged() ? "coalesce(len(" + sql + "), 0)::INTEGER" : cast(sql);
    }

    /** What to select for the elements of all lists, one after the other. */
    String elements(String from) {
        return "SELECT " + cast("element") + " FROM (SELECT unnest(" + sql + ") AS element FROM " + from + ")";
    }

    private String cast(String value) {
        return "CAST(" + value + " AS " + DuckDatabase.type(spec.type()) + ")";
    }
}
