package org.muonframework.data.format.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.duckdb.DuckWriter;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * Writes CSV: a header, commas, numbers such that reading gives the same bits, all texts in double quotes, lists in
 * brackets.
 */
public final class CsvWriter {

    private static final int NAMED = 12;

    private CsvWriter() {}

    /**
     * Starts a file; units and types are not kept in it.
     *
     * @throws ConfigurationException if a column holds lists of texts
     * @throws org.muonframework.spi.problem.DataException if it cannot be written
     */
    public static TableWriter open(Path target, Schema schema) {
        refuseListsOfTexts(target, schema);
        String texts = schema.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(ColumnSpec::name)
                .map(DuckDatabase::identifier)
                .collect(Collectors.joining(", "));
        String quoted = texts.isEmpty() ? "" : ", FORCE_QUOTE (" + texts + ")";
        return new DuckWriter(target, schema, "FORMAT csv, HEADER, COMPRESSION none" + quoted);
    }

    private static void refuseListsOfTexts(Path target, Schema schema) {
        List<String> lists = schema.columns().stream()
                .filter(column -> column.jagged() && column.type() == ColumnType.TEXT)
                .map(column -> "'" + column.name() + "'")
                .toList();
        if (!lists.isEmpty()) {
            String names = lists.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw new ConfigurationException(
                    target.toString(),
                    "CSV has lists of numbers only, but " + lists.size()
                            + (lists.size() == 1 ? " column holds" : " columns hold")
                            + " lists of texts: " + names + (lists.size() > NAMED ? ", …" : "")
                            + ". Write a format that has lists, such as .parquet, or leave these columns out");
        }
    }
}
