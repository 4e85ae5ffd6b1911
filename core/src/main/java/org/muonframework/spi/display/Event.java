package org.muonframework.spi.display;

import java.util.Objects;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;

/**
 * One row of a dataset.
 *
 * @param batch the batch that it is in
 * @param row its number in the batch, from 0
 */
public record Event(Batch batch, int row) {

    public Event {
        Objects.requireNonNull(batch, "batch");
        Objects.checkIndex(row, batch.rows());
    }

    /** Where it stands, for messages: {@code hits.root: row 17}. */
    public String place() {
        return batch.place(row);
    }

    /** Whether it has this column. */
    public boolean has(String column) {
        return batch.columns().containsKey(column);
    }

    /**
     * The number in a column.
     *
     * @throws IllegalArgumentException if there is no such column
     * @throws IllegalStateException if it holds text or lists
     */
    public double number(String column) {
        return batch.column(column).doubleAt(row);
    }

    /**
     * The list in a column; a single number is a list of one.
     *
     * @throws IllegalArgumentException if there is no such column
     * @throws IllegalStateException if it holds text
     */
    public double[] numbers(String column) {
        Column values = batch.column(column);
        if (!(values instanceof Column.Jagged lists)) {
            return new double[] {values.doubleAt(row)};
        }
        int from = lists.offsets()[row];
        double[] list = new double[lists.offsets()[row + 1] - from];
        for (int i = 0; i < list.length; i++) {
            list[i] = lists.values().doubleAt(from + i);
        }
        return list;
    }
}
