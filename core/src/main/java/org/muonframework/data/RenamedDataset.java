package org.muonframework.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/**
 * The same rows with other names of columns. Type, unit and description stay, and so does the role, unless the dataset
 * gave none and the new name {@link NamedRole tells} one.
 */
final class RenamedDataset implements Dataset {

    private final Dataset dataset;
    private final Map<String, String> inData;
    private final Schema schema;

    /**
     * With the names of an analysis.
     *
     * @param inData name in the analysis to name in the dataset, of all columns in order
     */
    RenamedDataset(Dataset dataset, ColumnNames names, Map<String, String> inData) {
        this.dataset = dataset;
        this.inData = new LinkedHashMap<>(inData);
        schema = renamed(dataset.schema(), names);
    }

    private Schema renamed(Schema old, ColumnNames names) {
        boolean keyed = !old.withRole(ColumnRole.KEY).isEmpty();
        List<ColumnSpec> columns = inData.entrySet().stream()
                .map(entry -> renamed(old.find(entry.getValue()).orElseThrow(), entry.getKey(), keyed))
                .toList();
        Map<String, String> unreadable = new HashMap<>(old.unreadable());
        old.unreadable().forEach((name, reason) -> unreadable.putIfAbsent(names.of(name), reason));
        unreadable.keySet().removeAll(inData.keySet());
        inData.forEach((name, former) -> {
            if (!inData.containsKey(former)) {
                unreadable.put(former, "it is called '" + name + "' in this analysis");
            }
        });
        return new Schema(columns, old.classes(), unreadable);
    }

    private static ColumnSpec renamed(ColumnSpec column, String name, boolean keyed) {
        ColumnSpec renamed = new ColumnSpec(
                name, column.type(), column.jagged(), column.unit(), column.description(), column.role());
        if (name.equals(column.name()) || column.role() != ColumnRole.FEATURE) {
            return renamed;
        }
        ColumnRole told = NamedRole.of(renamed);
        return keyed && told == ColumnRole.KEY ? renamed : renamed.as(told);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchReader open(Set<String> columns) {
        Map<String, String> wanted = new HashMap<>();
        for (String name : columns) {
            if (!inData.containsKey(name)) {
                throw new DataException(schema.unknown(name));
            }
            wanted.put(name, inData.get(name));
        }
        return new Reader(
                dataset.open(wanted.values().stream().collect(Collectors.toUnmodifiableSet())), Map.copyOf(wanted));
    }

    @Override
    public OptionalLong rows() {
        return dataset.rows();
    }

    @Override
    public List<Path> files() {
        return dataset.files();
    }

    /** Batches with other names; the values are shared. */
    private record Reader(BatchReader reader, Map<String, String> wanted) implements BatchReader {

        @Override
        public Optional<Batch> next() {
            return reader.next().map(batch -> {
                Map<String, Column> columns = new HashMap<>();
                wanted.forEach((name, inData) -> columns.put(name, batch.column(inData)));
                return new Batch(batch.rows(), columns, batch.source(), batch.firstRow());
            });
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
