package org.muonframework.data.format.parquet;

import java.util.List;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;
import org.muonframework.spi.problem.DataException;

/** Apache Parquet: flat columns, and lists of values. */
public final class ParquetFormat implements TableFormat {

    private static final String MAGIC = "PAR1";

    @Override
    public String name() {
        return "Parquet";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.is(MAGIC);
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        FileStart start = FileStart.read(file);
        if (!recognises(start)) {
            throw new DataException(
                    file.name(),
                    "is not a Parquet file: it does not start with '" + MAGIC + "'"
                            + (start.isText() ? "; it looks like text, such as CSV: give it the ending .csv" : ""));
        }
        return ParquetTable.open(file, options);
    }
}
