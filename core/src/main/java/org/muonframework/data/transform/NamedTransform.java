package org.muonframework.data.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Transform;

/**
 * A transform under the name that it has in the analysis.
 *
 * @param name its name
 * @param inputs the columns that it reads
 * @param columns the columns that it makes
 * @param transform what computes them
 */
public record NamedTransform(String name, List<Transform.Input> inputs, List<ColumnSpec> columns, Transform transform) {

    public NamedTransform {
        Objects.requireNonNull(name, "name");
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
        Objects.requireNonNull(transform, "transform");
    }

    /** Asks a transform what it reads and what it makes. */
    public static NamedTransform of(String name, Transform transform) {
        return new NamedTransform(name, transform.inputs(), transform.columns(), transform);
    }

    Set<String> inputNames() {
        return inputs.stream().map(Transform.Input::name).collect(Collectors.toUnmodifiableSet());
    }

    boolean makes(Set<String> names) {
        return columns.stream().anyMatch(column -> names.contains(column.name()));
    }

    /** The rows with its columns beside the others. */
    Batch addTo(Batch batch) {
        Map<String, Column> seen = new HashMap<>();
        inputNames().forEach(input -> seen.put(input, batch.column(input)));
        Map<String, Column> made = transform.apply(new Batch(batch.rows(), seen, batch.source(), batch.firstRow()));
        Map<String, Column> all = new HashMap<>(batch.columns());
        for (ColumnSpec column : columns) {
            Column values = made.get(column.name());
            if (values == null || values.size() != batch.rows() || !holds(column, values)) {
                throw new IllegalStateException("the transform '" + name + "' promises " + batch.rows() + " rows of "
                        + column + " and gives " + (values == null ? "none" : description(values)));
            }
            all.put(column.name(), values);
        }
        return new Batch(batch.rows(), all, batch.source(), batch.firstRow());
    }

    private static String description(Column values) {
        return values.size() + " of " + values.getClass().getSimpleName();
    }

    private static boolean holds(ColumnSpec column, Column values) {
        if (column.jagged()) {
            return values instanceof Column.Jagged lists && holdsOne(column, lists.values());
        }
        return holdsOne(column, values);
    }

    private static boolean holdsOne(ColumnSpec column, Column values) {
        return switch (column.type()) {
            case DOUBLE -> values instanceof Column.Doubles;
            case FLOAT -> values instanceof Column.Floats;
            case LONG -> values instanceof Column.Longs;
            case INT -> values instanceof Column.Ints;
            case BOOLEAN -> values instanceof Column.Booleans;
            case TEXT -> values instanceof Column.Texts;
        };
    }
}
