package org.muonframework.data.format.root.table;

import java.util.Map;

/**
 * Some consecutive rows of a table.
 *
 * @param firstRow number of the first one, from 0
 * @param rows how many
 * @param columns the values of the columns asked for, by name
 */
public record Block(long firstRow, int rows, Map<String, Values> columns) {

    public Block {
        columns = Map.copyOf(columns);
    }
}
