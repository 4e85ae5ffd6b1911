package org.muonframework.data.format.parquet;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.duckdb.DuckWriter;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/** Writes Parquet (zstd); all types, lists too, come back as they were, units as key-value metadata. */
public final class ParquetWriter {

    private ParquetWriter() {}

    /**
     * Starts a file.
     *
     * @throws org.muonframework.spi.problem.DataException if it cannot be written
     */
    public static TableWriter open(Path target, Schema schema) {
        return new DuckWriter(target, schema, "FORMAT parquet, COMPRESSION zstd" + metadata(schema));
    }

    private static String metadata(Schema schema) {
        List<ColumnSpec> withUnit = schema.columns().stream()
                .filter(column -> !column.unit().isEmpty())
                .toList();
        return withUnit.isEmpty()
                ? ""
                : withUnit.stream()
                        .map(column -> DuckDatabase.literal(ParquetTable.UNIT_KEY + column.name()) + ": "
                                + DuckDatabase.literal(column.unit()))
                        .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
    }
}
