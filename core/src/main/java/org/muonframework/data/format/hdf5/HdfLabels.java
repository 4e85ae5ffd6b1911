package org.muonframework.data.format.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import java.util.List;
import java.util.Optional;

/**
 * What the attributes of a dataset or group say that matters here.
 *
 * @param unit physical unit; may be empty
 * @param description what it is; may be empty
 * @param counter path or name of the dataset that tells how many of its rows are one row of the table
 * @param place where among the columns the writer had it
 */
record HdfLabels(String unit, String description, Optional<String> counter, int place) {

    static final String UNIT = "units";
    static final String DESCRIPTION = "description";
    static final String COUNTER = "counter";
    static final String PLACE = "column";

    private static final List<String> UNITS = List.of(UNIT, "unit");
    private static final List<String> DESCRIPTIONS = List.of(DESCRIPTION, "title", "long_name", "comment");

    /** Reads the attributes. */
    static HdfLabels of(Node node) {
        Object place = data(node, PLACE).orElse("");
        return new HdfLabels(
                first(node, UNITS),
                first(node, DESCRIPTIONS),
                text(node, COUNTER),
                place instanceof Integer number ? number : HdfColumn.UNKNOWN_PLACE);
    }

    private static String first(Node node, List<String> names) {
        return names.stream()
                .flatMap(name -> text(node, name).stream())
                .findFirst()
                .orElse("");
    }

    /** A text, or the only text of an array. */
    private static Optional<String> text(Node node, String name) {
        return data(node, name)
                .map(value -> value instanceof String[] array && array.length == 1 ? array[0] : value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Object> data(Node node, String name) {
        return Optional.ofNullable(node.getAttribute(name)).map(Attribute::getData);
    }
}
