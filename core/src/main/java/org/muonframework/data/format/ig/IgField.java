package org.muonframework.data.format.ig;

import java.util.List;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/**
 * A field of the elements of a collection, as {@code Types} describes it.
 *
 * @param collection the collection, without its version
 * @param name the field
 * @param kind {@code int}, {@code double}, {@code string} or {@code v3d}
 */
record IgField(String collection, String name, String kind) {

    /** The collection whose one element is the event. */
    static final String EVENT = "Event";

    private static final String VERSION = "_V\\d{1,6}$";
    private static final List<String> AXES = List.of("_x", "_y", "_z");

    /** {@code Tracks} of {@code Tracks_V2}. */
    static String withoutVersion(String collection) {
        return collection.replaceFirst(VERSION, "");
    }

    /** 2 of {@code Tracks_V2}; 0 without one. */
    static int version(String collection) {
        String digits =
                collection.substring(withoutVersion(collection).length()).replaceFirst("_V", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    boolean ofEvent() {
        return collection.equals(EVENT);
    }

    /** Whether it is read: text only of the event. */
    boolean readable() {
        return switch (kind) {
            case "int", "double", "v3d" -> true;
            case "string" -> ofEvent();
            default -> false;
        };
    }

    /** Why it is not read. */
    String objection() {
        return kind.equals("string") ? "lists of texts are not read" : "unknown type '" + kind + "'";
    }

    /** The name of its column; of three coordinates what these have in common. */
    String column() {
        return ofEvent() ? name : collection + "_" + name;
    }

    /** Names of its columns. */
    List<String> columns() {
        return kind.equals("v3d") ? AXES.stream().map(axis -> column() + axis).toList() : List.of(column());
    }

    /** Its columns. */
    List<ColumnSpec> specs() {
        ColumnType type =
                switch (kind) {
                    case "int" -> ColumnType.LONG;
                    case "string" -> ColumnType.TEXT;
                    default -> ColumnType.DOUBLE;
                };
        return columns().stream()
                .map(column -> new ColumnSpec(column, type, !ofEvent(), "", "", ColumnRole.FEATURE))
                .toList();
    }
}
