package org.muonframework.darksector.merit;

import java.util.Arrays;

/**
 * A cut on the score: rows at or above the threshold of the fold of their event pass.
 *
 * @param thresholds one for each of the {@value #FOLDS} folds of the events
 */
record Cut(double[] thresholds) {

    /** The number of parts of the events, so that a cut can be found on other events than it is applied to. */
    static final int FOLDS = 5;

    /** Everything passes. */
    static Cut none() {
        return at(Double.NEGATIVE_INFINITY);
    }

    /** The same threshold for all. */
    static Cut at(double threshold) {
        double[] thresholds = new double[FOLDS];
        Arrays.fill(thresholds, threshold);
        return new Cut(thresholds);
    }

    boolean passes(double score, int fold) {
        return score >= thresholds[fold];
    }

    /** The mean threshold, between the lowest and the highest. */
    Estimate threshold() {
        double[] sorted = thresholds.clone();
        Arrays.sort(sorted);
        return new Estimate(Arrays.stream(sorted).sum() / FOLDS, sorted[0], sorted[FOLDS - 1]);
    }
}
