package org.muonframework.data.format.files;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/** Files one after the other, as one table. */
final class FilesDataset implements Dataset {

    private final List<SampleFile> files;
    private final Schema schema;

    FilesDataset(List<SampleFile> files, Schema schema) {
        this.files = List.copyOf(files);
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchReader open(Set<String> columns) {
        for (String column : columns) {
            if (schema.find(column).isEmpty()) {
                throw new DataException(schema.unknown(column));
            }
        }
        return new FilesReader(files, schema, columns);
    }

    @Override
    public OptionalLong rows() {
        long rows = 0;
        for (SampleFile file : files) {
            if (file.selection().isPresent() || file.table().rows().isEmpty()) {
                return OptionalLong.empty();
            }
            rows += file.table().rows().getAsLong();
        }
        return OptionalLong.of(rows);
    }

    @Override
    public List<Path> files() {
        return files.stream().map(file -> file.table().file().path()).distinct().toList();
    }
}
