package org.muonframework.data.format.hdf5;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Schema;

/** A table of an HDF5 file that has been chosen. */
final class HdfTable implements TableFile {

    private final InputFile file;
    private final long rows;
    private final Map<String, HdfColumn> columns = new LinkedHashMap<>();
    private final Schema schema;

    HdfTable(InputFile file, HdfLayout layout) {
        this.file = file;
        this.rows = layout.rows();
        layout.columns().forEach(column -> columns.put(column.spec().name(), column));
        this.schema = Schema.of(layout.columns().stream().map(HdfColumn::spec).toList());
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
        return OptionalLong.of(rows);
    }

    @Override
    public BatchReader open(Set<String> names) {
        return HdfReader.open(file, wanted(names, columns), rows);
    }
}
