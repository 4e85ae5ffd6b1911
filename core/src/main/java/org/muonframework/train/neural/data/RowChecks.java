package org.muonframework.train.neural.data;

import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;

/** What a network asks of the rows that it is fitted to or judged by. */
public final class RowChecks {

    private RowChecks() {}

    /**
     * Checks rows.
     *
     * @param part what the rows are, for messages
     * @throws DataException if a value is not finite, a weight negative, a label not a class, or the weights sum to 0
     */
    public static void check(Rows rows, String part, Task task) {
        for (int i = 0; i < rows.features().length; i++) {
            requireFinite(
                    rows.features()[i], part, "feature '" + task.features().get(i) + "'");
        }
        for (int i = 0; i < rows.targets().length; i++) {
            requireFinite(rows.targets()[i], part, "target '" + task.targets().get(i) + "'");
        }
        requireFinite(rows.weights(), part, "the weight");
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.weights()[row] < 0) {
                throw new DataException(
                        at(part, row),
                        "the weight " + rows.weights()[row] + " is negative, which a network cannot be fitted to;"
                                + " expected 'weights.negative = zero-in-training' or 'weights.negative = absolute'");
            }
            sum += rows.weights()[row];
        }
        if (!(sum > 0)) {
            throw new DataException(part + " rows", "there are " + rows.size() + ", and their weights sum to 0");
        }
        if (task.classifies() && rows.labels().length == 0) {
            throw new DataException(part + " rows", "there are no labels for the classes " + task.classes());
        }
        for (int row = 0; row < rows.labels().length; row++) {
            if (rows.labels()[row] < 0
                    || rows.labels()[row] >= Math.max(1, task.classes().size())) {
                throw new DataException(
                        at(part, row), "the label " + rows.labels()[row] + " is none of the classes " + task.classes());
            }
        }
    }

    /**
     * Refuses a column with a value that is not finite.
     *
     * @throws DataException naming the row
     */
    public static void requireFinite(float[] column, String part, String what) {
        for (int row = 0; row < column.length; row++) {
            if (!Float.isFinite(column[row])) {
                throw new DataException(at(part, row), what + " is " + column[row] + ", not a finite number");
            }
        }
    }

    private static String at(String part, int row) {
        return part + " row " + (row + 1);
    }
}
