package org.muonframework.evaluate.closure;

import java.util.function.IntPredicate;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram.Heights;
import org.muonframework.stats.Ranking;

/**
 * The rows of some classes with a finite value of a variable, in ascending order.
 *
 * @param values one value a row
 * @param before the weights before reweighting
 * @param after the weights after it
 */
record Population(double[] values, double[] before, double[] after) {

    /** The rows whose class passes, sorted once for all that is done with them. */
    static Population of(ReweightedRows rows, String variable, IntPredicate labels) {
        double[] all = rows.values().get(variable);
        int[] chosen = new int[all.length];
        int count = 0;
        for (int row = 0; row < all.length; row++) {
            if (Double.isFinite(all[row]) && labels.test(rows.labels()[row])) {
                chosen[count++] = row;
            }
        }
        double[] unsorted = new double[count];
        for (int i = 0; i < count; i++) {
            unsorted[i] = all[chosen[i]];
        }
        int[] order = Ranking.ascending(unsorted);
        double[] values = new double[count];
        double[] before = new double[count];
        double[] after = new double[count];
        for (int i = 0; i < count; i++) {
            int row = chosen[order[i]];
            values[i] = all[row];
            before[i] = rows.before()[row];
            after[i] = rows.after()[row];
        }
        return new Population(values, before, after);
    }

    double[] weights(Stage stage) {
        return stage == Stage.BEFORE ? before : after;
    }

    /** The weight in each bin. */
    Histogram counted(Binning binning, Stage stage) {
        return Histogram.of(binning, values, weights(stage));
    }

    /** The part of the weight in each bin. */
    Mark.Histogram histogram(String label, HistogramStyle style, Binning binning, Stage stage) {
        Heights shape = counted(binning, stage).fractions();
        return new Mark.Histogram(label, style, binning.edges(), shape.values(), shape.errors());
    }
}
