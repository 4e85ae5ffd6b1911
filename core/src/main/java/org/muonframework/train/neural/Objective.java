package org.muonframework.train.neural;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Architecture;
import org.muonframework.train.neural.data.ColumnMap;
import org.muonframework.train.neural.data.PreparedRows;
import org.muonframework.train.neural.data.RowTable;
import org.muonframework.train.neural.loss.LossFunction;

/** What a network is trained for: the losses of all its outputs. */
final class Objective {

    private final List<Architecture.Output> outputs;
    private final List<LossFunction> losses = new ArrayList<>();
    private final ColumnMap map;

    Objective(Architecture architecture, ColumnMap map) {
        this.outputs = architecture.outputs();
        this.map = map;
        for (int i = 0; i < outputs.size(); i++) {
            losses.add(LossFunction.of(outputs.get(i).loss(), map.widths().get(i)));
        }
    }

    /** Number of outputs. */
    int size() {
        return losses.size();
    }

    /** Factor of an output's loss in the sum. */
    double factor(int output) {
        return outputs.get(output).lossWeight();
    }

    /** Values of an output in a row. */
    int width(int output) {
        return map.widths().get(output);
    }

    LossFunction loss(int output) {
        return losses.get(output);
    }

    /** Weighted number of rows whose class is right; 0 when nothing is classified. */
    double correct(int output, float[] values, float[] truth, float[] weights) {
        return output == map.classifier()
                ? Classes.correct(outputs.get(output).loss().link(), values, width(output), truth, weights)
                : 0;
    }

    /** Whether there is an accuracy. */
    boolean classifies() {
        return map.classifier() >= 0;
    }

    /** The truth of an output for the rows {@code order[from]} to before {@code order[to]}. */
    static float[] truth(PreparedRows rows, int output, int[] order, int from, int to) {
        RowTable table = rows.truths().get(output);
        float[] truth = new float[Math.multiplyExact(to - from, table.width())];
        table.gather(order, from, to, FloatBuffer.wrap(truth));
        return truth;
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
