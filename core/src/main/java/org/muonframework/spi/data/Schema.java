package org.muonframework.spi.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The columns of a dataset, in order, and the names of its classes.
 *
 * @param columns the columns; names are unique
 * @param classes names of the classes 0, 1, … of the label column; empty when the dataset has no label
 */
public record Schema(List<ColumnSpec> columns, List<String> classes) {

    public Schema {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        Map<String, ColumnSpec> byName = new LinkedHashMap<>();
        for (ColumnSpec column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are named '" + column.name() + "'");
            }
        }
    }

    /** A schema without classes. */
    public static Schema of(List<ColumnSpec> columns) {
        return new Schema(columns, List.of());
    }

    /** The column of this name, if there is one. */
    public Optional<ColumnSpec> find(String name) {
        Objects.requireNonNull(name, "name");
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Names of all columns, in order. */
    public List<String> names() {
        return columns.stream().map(ColumnSpec::name).toList();
    }

    /** Columns of one role, in order. */
    public List<ColumnSpec> withRole(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }
}
