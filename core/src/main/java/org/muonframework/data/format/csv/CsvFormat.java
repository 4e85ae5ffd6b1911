package org.muonframework.data.format.csv;

import java.util.List;
import org.muonframework.data.format.FileStart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableFormat;

/** Text tables, plain or compressed by gzip. */
public final class CsvFormat implements TableFormat {

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".tsv", ".txt", ".gz");
    }

    @Override
    public boolean recognises(FileStart start) {
        return false;
    }

    @Override
    public TableFile open(InputFile file, ReadOptions options) {
        return CsvTable.open(file, options);
    }
}
