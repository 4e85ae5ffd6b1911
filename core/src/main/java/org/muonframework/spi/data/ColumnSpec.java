package org.muonframework.spi.data;

import java.util.Objects;

/**
 * The description of one column.
 *
 * @param name the name used in expressions and in the analysis file; unique in its schema
 * @param type type of the values, or of the elements when jagged
 * @param jagged whether a row holds a list of values instead of one
 * @param unit physical unit, empty for a pure number
 * @param description what it is, in one phrase; may be empty
 * @param role what it may be used for
 */
public record ColumnSpec(
        String name, ColumnType type, boolean jagged, String unit, String description, ColumnRole role) {

    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(role, "role");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** A flat column that may be a feature, with no unit or description known (as read from a plain file). */
    public static ColumnSpec of(String name, ColumnType type) {
        return new ColumnSpec(name, type, false, "", "", ColumnRole.FEATURE);
    }

    /** A flat column with unit, description and role. */
    public static ColumnSpec of(String name, ColumnType type, String unit, String description, ColumnRole role) {
        return new ColumnSpec(name, type, false, unit, description, role);
    }

    /** The name with its unit as an axis title has it: {@code pt [GeV]}. */
    public String title() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }

    /** The same column with another role. */
    public ColumnSpec as(ColumnRole newRole) {
        return new ColumnSpec(name, type, jagged, unit, description, newRole);
    }
}
