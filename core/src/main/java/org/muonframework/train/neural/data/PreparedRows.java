package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows as a network takes them, copied so that they can be read in any order.
 *
 * @param inputs scaled rows for each input of the network
 * @param truths for each output of the network the class of each row, its scaled targets, or nothing
 * @param weights the weight of each row
 */
public record PreparedRows(List<RowTable> inputs, List<RowTable> truths, float[] weights) {

    /** Copies rows. */
    public static PreparedRows of(OrderedRows rows) {
        return new PreparedRows(
                tables(rows.inputs(), rows.inputScales(), rows.size()),
                tables(rows.truths(), rows.truthScales(), rows.size()),
                rows.weights());
    }

    /** Number of rows. */
    public int size() {
        return weights.length;
    }

    private static List<RowTable> tables(List<float[][]> columns, List<List<ColumnScale>> scales, int rows) {
        List<RowTable> tables = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            tables.add(new RowTable(columns.get(i), scales.get(i), rows, 1));
        }
        return tables;
    }
}
