package org.muonframework.evaluate.closure;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram.Heights;

/**
 * The rows of some classes with a finite value of a variable.
 *
 * @param values one value a row
 * @param before the weights before reweighting
 * @param after the weights after it
 */
record Population(double[] values, double[] before, double[] after) {

    static Population of(ReweightedRows rows, String variable, IntPredicate labels) {
        double[] all = rows.values().get(variable);
        int[] chosen = IntStream.range(0, all.length)
                .filter(row -> labels.test(rows.labels()[row]) && Double.isFinite(all[row]))
                .toArray();
        double[] values = new double[chosen.length];
        double[] before = new double[chosen.length];
        double[] after = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            values[i] = all[chosen[i]];
            before[i] = rows.before()[chosen[i]];
            after[i] = rows.after()[chosen[i]];
        }
        return new Population(values, before, after);
    }

    double[] weights(Stage stage) {
        return stage == Stage.BEFORE ? before : after;
    }

    /** The part of the weight in each bin. */
    Heights shape(Binning binning, Stage stage) {
        return ShapeTest.shape(Histogram.of(binning, values, weights(stage)));
    }

    Mark.Histogram histogram(String label, HistogramStyle style, Binning binning, Stage stage) {
        Heights shape = shape(binning, stage);
        return new Mark.Histogram(label, style, binning.edges(), shape.values(), shape.errors());
    }
}
