package org.muonframework.train.neural;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.train.fused.step.Losses;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.data.RowTable;

/**
 * What a network is trained for: the losses of all its outputs, each in a course of its own.
 *
 * <p>A loss is computed with its gradient in plain Java, the same for all engines.
 */
final class Objective implements Losses {

    private final List<Architecture.Output> outputs;
    private final List<LossCourse> courses;
    private final ColumnMap map;
    private final Map<String, double[]> columns;
    private final double population;

    /**
     * The losses of a network at the start of a training.
     *
     * @param columns further columns of the training rows
     * @param population number of all rows of the analysis
     */
    Objective(Architecture architecture, ColumnMap map, Map<String, double[]> columns, double population) {
        this.columns = columns;
        this.population = population;
        this.outputs = architecture.outputs();
        this.map = map;
        this.courses = outputs.stream().map(output -> output.loss().begin()).toList();
    }

    /** Number of outputs. */
    @Override
    public int size() {
        return outputs.size();
    }

    /** Factor of an output's loss in the sum. */
    @Override
    public double factor(int output) {
        return outputs.get(output).lossWeight();
    }

    /** Values of an output in a row. */
    int width(int output) {
        return map.widths().get(output);
    }

    @Override
    public int truthWidth(int output) {
        return switch (map.truths().get(output)) {
            case CLASS -> 1;
            case TARGETS -> map.targets().get(output).length;
            case NONE -> 0;
        };
    }

    /** The loss of an output for a batch that the network is fitted to, with its gradient. */
    @Override
    public double fit(
            int output, float[] values, float[] truth, float[] weights, int[] order, int from, float[] gradient) {
        Map<String, float[]> ofRows = columns(output, columns, row -> order[from + row], weights.length);
        return evaluate(output, values, truth, weights, true, ofRows, gradient);
    }

    /**
     * The loss of an output for rows that the network is not fitted to.
     *
     * @param first number of the first of the rows, which follow each other
     * @param ofRows further columns, of which these rows are a part
     */
    double judge(int output, float[] values, float[] truth, float[] weights, int first, Map<String, double[]> ofRows) {
        Map<String, float[]> picked = columns(output, ofRows, row -> first + row, weights.length);
        return evaluate(output, values, truth, weights, false, picked, new float[values.length]);
    }

    private double evaluate(
            int output,
            float[] values,
            float[] truth,
            float[] weights,
            boolean training,
            Map<String, float[]> ofRows,
            float[] gradient) {
        double share = Math.min(1, weights.length / population);
        LossBatch batch = new LossBatch(values, width(output), truth, weights, training, ofRows, share);
        return courses.get(output).evaluate(batch, gradient);
    }

    /** What a loss asks for of some rows. */
    private Map<String, float[]> columns(int output, Map<String, double[]> all, IntUnaryOperator row, int count) {
        List<String> names = outputs.get(output).loss().columns();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, float[]> picked = new HashMap<>();
        for (String name : names) {
            double[] column = all.get(name);
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) column[row.applyAsInt(i)];
            }
            picked.put(name, values);
        }
        return picked;
    }

    /**
     * Whether the loss of many rows is the weighted mean of the losses of its parts; a plugin's loss need not be, and
     * judges all rows at once.
     */
    @Override
    public boolean additive(int output) {
        return !(outputs.get(output).loss() instanceof Loss.Custom);
    }

    /** What the losses remember. */
    List<double[]> state() {
        return courses.stream().map(LossCourse::state).toList();
    }

    /** Lets the losses go on where {@link #state} was taken. */
    void restore(List<double[]> state) {
        for (int i = 0; i < courses.size(); i++) {
            courses.get(i).restore(state.get(i));
        }
    }

    /** Weighted number of rows whose class is right; 0 when nothing is classified. */
    @Override
    public double correct(int output, float[] values, float[] truth, float[] weights) {
        return output == map.classifier()
                ? Classes.correct(outputs.get(output).loss().link(), values, width(output), truth, weights)
                : 0;
    }

    /** Whether there is an accuracy. */
    boolean classifies() {
        return map.classifier() >= 0;
    }

    /** The truth of an output, if it has one, for the rows {@code order[from]} to before {@code order[to]}. */
    static float[] truth(PreparedRows rows, int output, int[] order, int from, int to) {
        RowTable table = rows.truths().get(output);
        float[] truth = new float[Math.multiplyExact(to - from, table.width())];
        table.gather(order, from, to, truth);
        return truth;
    }

    /** The sum of weights. */
    static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** The weights of the rows {@code order[from]} to before {@code order[to]}. */
    static float[] weights(PreparedRows rows, int[] order, int from, int to) {
        float[] weights = new float[to - from];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rows.weights()[order[from + i]];
        }
        return weights;
    }
}
