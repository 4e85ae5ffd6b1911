package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.train.SparseImages;

/**
 * Rows as a network takes them, copied so that they can be read in any order; the hits of images are shared.
 *
 * @param inputs scaled rows for each input of the network
 * @param truths for each output of the network the class of each row, its scaled targets, or nothing
 * @param weights the weight of each row
 * @param images the images of the inputs that take some, by the number of the input
 */
public record PreparedRows(
        List<RowTable> inputs, List<RowTable> truths, float[] weights, Map<Integer, SparseImages> images) {

    /** Copies rows. */
    public static PreparedRows of(OrderedRows rows) {
        return new PreparedRows(
                tables(rows.inputs(), rows.inputScales(), rows.size()),
                tables(rows.truths(), rows.truthScales(), rows.size()),
                rows.weights(),
                rows.images());
    }

    /** The rows in another order, of which the first is {@code order[0]}. */
    public Scorer.Source inOrder(int[] order) {
        return new Scorer.Source() {

            @Override
            public void fill(int input, int from, int to, float[] target) {
                inputs.get(input).gather(order, from, to, target);
            }

            @Override
            public SparseImages images(int input, int from, int to) {
                return images.get(input).pick(Arrays.copyOfRange(order, from, to));
            }
        };
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
