package org.muonframework.evaluate.features;

import java.util.List;
import java.util.Map;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/** Evaluations with features, written down by hand. */
final class Rows {

    static final Task TWO = new Task(List.of("pt", "eta", "hits"), List.of("light", "heavy"), List.of());
    static final Task MASS = new Task(List.of("pt", "eta"), List.of(), List.of("mass"));

    private Rows() {}

    static Sample sample(Part part, int[] labels, double[] weights, float[]... features) {
        return new Sample(
                part, features, labels, new float[0][], new float[0][], weights, Map.of("pt / 2", half(features)));
    }

    private static double[] half(float[][] features) {
        double[] half = new double[features.length == 0 ? 0 : features[0].length];
        for (int i = 0; i < half.length; i++) {
            half[i] = features[0][i] / 2;
        }
        return half;
    }

    static Evaluation of(Task task, Sample... samples) {
        return new Evaluation(
                "net",
                task,
                Case.HISTORY,
                List.of(samples),
                samples[samples.length - 1].part(),
                Map.of("pt", ColumnSpec.of("pt", ColumnType.FLOAT, "GeV", "", ColumnRole.FEATURE)));
    }
}
