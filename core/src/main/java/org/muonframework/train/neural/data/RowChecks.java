package org.muonframework.train.neural.data;

import java.util.List;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/** What a network asks of the rows that it is fitted to or judged by. */
public final class RowChecks {

    private RowChecks() {}

    /**
     * Checks rows.
     *
     * @param part what the rows are, for messages
     * @throws DataException if a value is not finite, a hit outside of its image, a weight negative, a label not a class, or
     *     the weights sum to 0
     */
    public static void check(Rows rows, String part, Task task) {
        requireFinite(rows.features(), part, "feature", task.features());
        requireImages(rows.images(), part, task);
        if (task.regresses()) {
            requireFinite(rows.targets(), part, "target", task.targets());
        }
        requireFinite(new float[][] {rows.weights()}, part, "column", List.of("weight"));
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
        for (int row = 0; task.classifies() && row < rows.labels().length; row++) {
            if (rows.labels()[row] < 0 || rows.labels()[row] >= task.classes().size()) {
                throw new DataException(
                        at(part, row), "the label " + rows.labels()[row] + " is none of the classes " + task.classes());
            }
        }
    }

    /**
     * Refuses columns with a value that is not finite.
     *
     * @param part what the rows are, for messages
     * @param kind what the columns are, for messages
     * @param names the name of each column
     * @throws DataException naming the row
     */
    public static void requireFinite(float[][] columns, String part, String kind, List<String> names) {
        for (int i = 0; i < columns.length; i++) {
            float[] column = columns[i];
            for (int row = 0; row < column.length; row++) {
                if (!Float.isFinite(column[row])) {
                    throw new DataException(
                            at(part, row),
                            kind + " '" + names.get(i) + "' is " + column[row] + ", not a finite number");
                }
            }
        }
    }

    /**
     * Refuses images with a hit that is in no cell, or whose value is not finite.
     *
     * @param part what the rows are, for messages
     * @throws DataException naming the row
     * @throws IllegalArgumentException if they are not the images of the task
     */
    public static void requireImages(List<SparseImages> images, String part, Task task) {
        for (int i = 0; i < task.images().size(); i++) {
            Image image = task.images().get(i);
            if (images.size() != task.images().size() || !images.get(i).shape().equals(image.shape())) {
                throw new IllegalArgumentException("the " + part + " rows do not have the images " + task.images());
            }
            requireGood(images.get(i), part, image);
        }
    }

    private static void requireGood(SparseImages images, String part, Image image) {
        long cells = image.shape().elements();
        for (int row = 0; row < images.rows(); row++) {
            for (int hit = images.starts()[row]; hit < images.ends()[row]; hit++) {
                int cell = images.cells()[hit];
                if (cell < 0 || cell >= cells || !Float.isFinite(images.values()[hit])) {
                    throw new DataException(
                            at(part, row),
                            "image '" + image.name() + "' has the value " + images.values()[hit] + " in the cell "
                                    + cell
                                    + "; expected a finite value in a cell of " + image.shape() + ", 0 to "
                                    + (cells - 1));
                }
            }
        }
    }

    private static String at(String part, int row) {
        return part + " row " + (row + 1);
    }
}
