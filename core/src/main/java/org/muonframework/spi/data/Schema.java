package org.muonframework.spi.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muonframework.spi.problem.Suggestions;

/**
 * The columns of a dataset, in order, the names of its classes, and what it has but cannot give.
 *
 * @param columns the columns; names are unique
 * @param classes names of the classes 0, 1, … of the label column; empty when the dataset has no label
 * @param unreadable columns that are there but cannot be given, by name, each with the reason: {@code tree 'Events',
 *     branch 'x': unsupported class 'Y'}
 */
public record Schema(List<ColumnSpec> columns, List<String> classes, Map<String, String> unreadable) {

    public Schema {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        unreadable = Map.copyOf(unreadable);
        Map<String, ColumnSpec> byName = new LinkedHashMap<>();
        for (ColumnSpec column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are named '" + column.name() + "'");
            }
        }
    }

    /** A schema that gives all that the dataset has. */
    public Schema(List<ColumnSpec> columns, List<String> classes) {
        this(columns, classes, Map.of());
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

    /** What to say to who asks for a column that is not here: why it cannot be read, or the nearest name. */
    public String unknown(String name) {
        String reason = unreadable.get(name);
        return reason == null
                ? "unknown column '" + name + "'." + Suggestions.didYouMean(name, names())
                : "column '" + name + "' cannot be read: " + reason;
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
