package org.muonframework.data.format.csv;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.duckdb.DuckWriter;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** Writes CSV: a header, commas, numbers such that reading gives the same bits, all texts in double quotes. */
public final class CsvWriter {

    private CsvWriter() {}

    /**
     * Starts a file; units and types are not kept in it.
     *
     * @throws org.muonframework.spi.problem.DataException if it cannot be written, or a column holds lists
     */
    public static TableWriter open(Path target, Schema schema) {
        String texts = schema.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(ColumnSpec::name)
                .map(DuckDatabase::identifier)
                .collect(Collectors.joining(", "));
        String quoted = texts.isEmpty() ? "" : ", FORCE_QUOTE (" + texts + ")";
        return new DuckWriter(target, schema, "FORMAT csv, HEADER, COMPRESSION none" + quoted);
    }
}
