package org.muonframework.data.format.hdf5;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Schema;

/** The rows of all folds of a file, one fold after the other. */
final class HdfFoldTable implements TableFile {

    private final InputFile file;
    private final HdfFolds folds;
    private final Map<String, HdfFoldColumn> columns = new LinkedHashMap<>();
    private final Schema schema;

    HdfFoldTable(InputFile file, HdfFolds folds) {
        this.file = file;
        this.folds = folds;
        folds.columns().forEach(column -> columns.put(column.spec().name(), column));
        this.schema =
                Schema.of(folds.columns().stream().map(HdfFoldColumn::spec).toList());
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(folds.rows());
    }

    @Override
    public BatchReader open(Set<String> names) {
        return new HdfFoldReader(HdfSource.open(file), folds, wanted(names, columns));
    }
}
