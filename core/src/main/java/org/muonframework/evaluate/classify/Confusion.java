package org.muonframework.evaluate.classify;

import org.muonframework.evaluate.Share;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Weights by true and predicted class.
 *
 * @param sums Σw, {@code sums[truth][predicted]}; one more prediction than there are classes, which is none of them
 * @param squares Σw²
 */
record Confusion(double[][] sums, double[][] squares) {

    static Confusion of(Sample sample, Task task, int[] predicted) {
        int classes = task.classes().size();
        double[][] sums = new double[classes][classes + 1];
        double[][] squares = new double[classes][classes + 1];
        for (int i = 0; i < predicted.length; i++) {
            double w = sample.weights()[i];
            sums[sample.labels()[i]][predicted[i]] += w;
            squares[sample.labels()[i]][predicted[i]] += w * w;
        }
        return new Confusion(sums, squares);
    }

    /** The part of a class that is taken for another, or for itself. */
    Share fraction(int truth, int predicted) {
        return share(truth, predicted, (t, p) -> t == truth);
    }

    /** The part of what is taken for a class that belongs to it. */
    Share precision(int predicted) {
        return share(predicted, predicted, (t, p) -> p == predicted);
    }

    /** The part in which truth and prediction agree of the rows in which either is the class (P. Jaccard's index). */
    Share agreement(int which) {
        return share(which, which, (t, p) -> t == which || p == which);
    }

    /** The part of all rows that belongs to a class. */
    Share prevalence(int truth) {
        Share own = share(truth, truth, (t, p) -> t == truth);
        Share all = share(truth, truth, (t, p) -> true);
        return new Share(own.total(), own.squares(), all.total(), all.squares());
    }

    /** Which cells belong to the denominator. */
    private interface Cells {
        boolean contain(int truth, int predicted);
    }

    private Share share(int truth, int predicted, Cells cells) {
        double total = 0;
        double square = 0;
        for (int t = 0; t < sums.length; t++) {
            for (int p = 0; p < sums[t].length; p++) {
                total += cells.contain(t, p) ? sums[t][p] : 0;
                square += cells.contain(t, p) ? squares[t][p] : 0;
            }
        }
        return new Share(sums[truth][predicted], squares[truth][predicted], total, square);
    }
}
