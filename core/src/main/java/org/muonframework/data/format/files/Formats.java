package org.muonframework.data.format.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;
import org.muonframework.data.format.csv.CsvFormat;
import org.muonframework.data.format.hdf5.HdfFormat;
import org.muonframework.data.format.ig.IgFormat;
import org.muonframework.data.format.npy.NpyFormat;
import org.muonframework.data.format.parquet.ParquetFormat;
import org.muonframework.data.format.root.dataset.RootFormat;
import org.muonframework.spi.problem.DataException;

/** The formats that can be read; what a file holds goes before what its name says. */
public final class Formats {

    private static final List<TableFormat> READABLE = List.of(
            new RootFormat(), new CsvFormat(), new ParquetFormat(), new HdfFormat(), new NpyFormat(), new IgFormat());

    /** First bytes of well-known files that are not read. */
    private static final Map<String, String> KNOWN = Map.of(
            "PK\u0003\u0004", "a zip archive",
            "ARROW1", "an Arrow (Feather) file",
            "Obj\u0001", "an Avro file",
            "ORC", "an ORC file");

    private Formats() {}

    /**
     * Opens a file as far as its schema.
     *
     * @throws DataException if it is missing, damaged, or of no format that can be read
     */
    public static TableFile open(InputFile file, ReadOptions options) {
        FileStart start = FileStart.read(file);
        Optional<TableFormat> byEnding = READABLE.stream()
                .filter(format -> format.endings().stream().anyMatch(file::endsWith))
                .findFirst();
        Optional<TableFormat> byContent =
                READABLE.stream().filter(format -> format.recognises(start)).findFirst();
        if (byContent.isPresent()) {
            TableFormat format = byContent.get();
            if (!byEnding.equals(byContent)) {
                options.log().warn("{}: is read as {}, for that is what it holds", file.name(), format.name());
            }
            return open(format, file, options);
        }
        Optional<String> known =
                KNOWN.keySet().stream().filter(start::is).map(KNOWN::get).findFirst();
        if (known.isEmpty() && byEnding.isPresent()) {
            return open(byEnding.get(), file, options);
        }
        String endings =
                READABLE.stream().flatMap(format -> format.endings().stream()).collect(Collectors.joining(", "));
        throw new DataException(
                file.name(),
                known.map(kind -> "is " + kind + ", which").orElse("has an ending that")
                        + " is not read by this version: " + endings + " are");
    }

    private static TableFile open(TableFormat format, InputFile file, ReadOptions options) {
        if (options.table().isPresent() && !format.namesTables()) {
            throw new DataException(
                    file.name(),
                    "there is no table '" + options.table().get() + "': a " + format.name()
                            + " file holds one table, which has no name");
        }
        return format.open(file, options);
    }
}
