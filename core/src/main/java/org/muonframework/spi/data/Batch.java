package org.muonframework.spi.data;

import java.util.Map;

/**
 * Some consecutive rows of a dataset.
 *
 * @param rows number of rows, the same in every column
 * @param columns the columns that were asked for, by name
 * @param source where the rows come from, for messages: a file name, or the name of the simulation
 * @param firstRow number of the first row within {@code source}, from 1
 */
public record Batch(int rows, Map<String, Column> columns, String source, long firstRow) {

    public Batch {
        columns = Map.copyOf(columns);
        columns.forEach((name, column) -> {
            if (column.size() != rows) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has " + column.size() + " rows, the batch " + rows);
            }
        });
    }

    /**
     * Where a row stands, for messages: {@code hits.root: row 17}.
     *
     * @param row number of the row within this batch, from 0
     */
    public String place(int row) {
        return source + ": row " + (firstRow + row);
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("column '" + name + "' is not in this batch");
        }
        return column;
    }
}
