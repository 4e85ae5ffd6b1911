package org.muonframework.data.format.csv;

import java.util.List;

/**
 * One line of a text table, or several where a quoted field goes over line ends.
 *
 * @param number the number of its first line, from 1
 * @param fields what the delimiters divide it into
 * @param ended whether a line end follows
 */
record CsvLine(long number, List<Field> fields, boolean ended) {

    /**
     * A field.
     *
     * @param text without the blanks around it, or what stands in quotes
     * @param quoted whether it is in quotes
     * @param padded whether it is not, but has blanks around it
     */
    record Field(String text, boolean quoted, boolean padded) {}

    int width() {
        return fields.size();
    }

    /** Whether nothing but blanks stands on it. */
    boolean isBlank() {
        return width() == 1 && fields.get(0).text().isEmpty() && !fields.get(0).quoted();
    }

    /** Whether nothing at all stands on it; such a line is no row. */
    boolean isEmpty() {
        return isBlank() && !fields.get(0).padded();
    }
}
