package org.muonframework.train.neural.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

/**
 * Rows as a network takes them, read in their order: columns that are scaled when they are asked for, so that they take no
 * memory of their own.
 *
 * @param inputs columns of each input of the network; none of one that takes images
 * @param inputScales their scales
 * @param truths for each output of the network the class of each row, its targets, or nothing
 * @param truthScales their scales
 * @param weights the weight of each row
 * @param columns further columns, for losses
 * @param images the images of the inputs that take some, by the number of the input
 */
public record OrderedRows(
        List<float[][]> inputs,
        List<List<ColumnScale>> inputScales,
        List<float[][]> truths,
        List<List<ColumnScale>> truthScales,
        float[] weights,
        Map<String, double[]> columns,
        Map<Integer, SparseImages> images)
        implements Scorer.Source {

    /** Looks at rows, which {@link RowChecks} has seen. */
    public static OrderedRows of(Rows rows, ColumnMap map, Scales scales) {
        List<float[][]> inputs = new ArrayList<>();
        map.inputs().forEach(positions -> inputs.add(select(rows.features(), positions)));
        List<float[][]> truths = new ArrayList<>();
        List<List<ColumnScale>> truthScales = new ArrayList<>();
        for (int i = 0; i < map.targets().size(); i++) {
            Loss.Truth truth = map.truths().get(i);
            truths.add(
                    switch (truth) {
                        case CLASS -> new float[][] {labels(rows)};
                        case TARGETS -> select(rows.targets(), map.targets().get(i));
                        case NONE -> new float[0][];
                    });
            truthScales.add(truth == Loss.Truth.TARGETS ? scales.targets().get(i) : List.of());
        }
        return new OrderedRows(
                inputs,
                scales.inputs(),
                truths,
                truthScales,
                rows.weights(),
                rows.columns(),
                map.imagesOf(rows.images()));
    }

    /** Number of rows. */
    public int size() {
        return weights.length;
    }

    @Override
    public void fill(int input, int from, int to, float[] target) {
        RowTable.fill(inputs.get(input), inputScales.get(input), from, to, target);
    }

    @Override
    public SparseImages images(int input, int from, int to) {
        return images.get(input).range(from, to);
    }

    /** The truth of an output, row by row, for the rows {@code from} to before {@code to}. */
    public float[] truth(int output, int from, int to) {
        float[][] columns = truths.get(output);
        float[] values = new float[Math.multiplyExact(to - from, columns.length)];
        RowTable.fill(columns, truthScales.get(output), from, to, values);
        return values;
    }

    /**
     * The same rows copied, each to one place that holds its inputs, its truths and its weight, in this order, for reading
     * in any order.
     *
     * @param step the distance of rows is a multiple of this
     */
    public RowTable records(int step) {
        List<float[]> columns = new ArrayList<>();
        List<ColumnScale> scales = new ArrayList<>();
        add(inputs, inputScales, columns, scales);
        add(truths, truthScales, columns, scales);
        columns.add(weights);
        scales.add(ColumnScale.IDENTITY);
        return new RowTable(columns.toArray(new float[0][]), scales, size(), step);
    }

    /** The columns at these positions. */
    public static float[][] select(float[][] columns, int[] positions) {
        float[][] selected = new float[positions.length][];
        for (int i = 0; i < positions.length; i++) {
            selected[i] = columns[positions[i]];
        }
        return selected;
    }

    private static void add(
            List<float[][]> groups,
            List<List<ColumnScale>> groupScales,
            List<float[]> columns,
            List<ColumnScale> scales) {
        for (int group = 0; group < groups.size(); group++) {
            for (int column = 0; column < groups.get(group).length; column++) {
                columns.add(groups.get(group)[column]);
                boolean none = groupScales.get(group).isEmpty();
                scales.add(none ? ColumnScale.IDENTITY : groupScales.get(group).get(column));
            }
        }
    }

    private static float[] labels(Rows rows) {
        float[] labels = new float[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.labels()[row];
        }
        return labels;
    }
}
