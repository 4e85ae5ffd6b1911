package org.muonframework.data.format.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.csv.CsvWriter;
import org.muonframework.data.format.hdf5.HdfWriter;
import org.muonframework.data.format.parquet.ParquetWriter;
import org.muonframework.data.format.root.dataset.RootTableWriter;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;

/** The formats that can be written. */
public final class TableWriters {

    /** What the table of a file is called, where the format names tables and nobody says otherwise. */
    public static final String TABLE = "events";

    private static final List<String> ENDINGS = List.of(".root", ".parquet", ".csv", ".h5", ".hdf5");

    private TableWriters() {}

    /**
     * Starts a file whose format its ending tells; its table is called {@link #TABLE}.
     *
     * @throws ConfigurationException if files of this ending are not written, or have no place for a column
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    public static TableWriter open(Path target, Schema schema) {
        return open(target, schema, TABLE);
    }

    /**
     * Starts a file whose format its ending tells.
     *
     * @param table name of the table, for the formats that name tables
     * @throws ConfigurationException if files of this ending are not written, or have no place for a column
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    public static TableWriter open(Path target, Schema schema, String table) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CsvWriter.open(target, schema);
        }
        if (name.endsWith(".parquet")) {
            return ParquetWriter.open(target, schema);
        }
        if (name.endsWith(".root")) {
            return RootTableWriter.open(target, schema, table);
        }
        if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return HdfWriter.open(target, schema, table);
        }
        throw new ConfigurationException(
                target.toString(),
                "has an ending that is not written by this version: " + String.join(", ", ENDINGS) + " are");
    }
}
