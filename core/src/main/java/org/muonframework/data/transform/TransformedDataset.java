package org.muonframework.data.transform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/**
 * The same rows with more columns. Of the transforms only those compute, and only their inputs are read, that a column
 * which is asked for comes from.
 *
 * @param dataset the rows
 * @param schema the dataset's columns and those of the transforms
 * @param transforms the transforms, each after those whose columns it reads
 * @param threads on how many threads they compute
 */
record TransformedDataset(Dataset dataset, Schema schema, List<NamedTransform> transforms, int threads)
        implements Dataset {

    TransformedDataset {
        transforms = List.copyOf(transforms);
    }

    @Override
    public BatchReader open(Set<String> columns) {
        for (String column : columns) {
            if (schema.find(column).isEmpty()) {
                throw new DataException(schema.unknown(column));
            }
        }
        Set<String> read = new HashSet<>(columns);
        List<NamedTransform> needed = new ArrayList<>();
        for (int i = transforms.size() - 1; i >= 0; i--) {
            NamedTransform transform = transforms.get(i);
            if (transform.makes(read)) {
                needed.add(0, transform);
                read.addAll(transform.inputNames());
            }
        }
        needed.forEach(
                transform -> transform.columns().stream().map(ColumnSpec::name).forEach(read::remove));
        BatchReader reader = dataset.open(Set.copyOf(read));
        return needed.isEmpty() ? reader : new TransformingReader(reader, needed, Set.copyOf(columns), threads);
    }

    @Override
    public OptionalLong rows() {
        return dataset.rows();
    }

    @Override
    public List<Path> files() {
        return dataset.files();
    }
}
