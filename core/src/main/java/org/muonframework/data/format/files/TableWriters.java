package org.muonframework.data.format.files;

import java.nio.file.Path;
import java.util.Locale;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.csv.CsvWriter;
import org.muonframework.data.format.parquet.ParquetWriter;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;

/** The formats that can be written. */
public final class TableWriters {

    private TableWriters() {}

    /**
     * Starts a file whose format its ending tells.
     *
     * @throws ConfigurationException if files of this ending are not written
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    public static TableWriter open(Path target, Schema schema) {
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CsvWriter.open(target, schema);
        }
        if (name.endsWith(".parquet")) {
            return ParquetWriter.open(target, schema);
        }
        throw new ConfigurationException(
                target.toString(), "has an ending that is not written by this version: .csv and .parquet are");
    }
}
