package org.muonframework.darksector.merit;

import java.util.Arrays;

/**
 * Some rows, one after the other in memory.
 *
 * @param scores the score of each row
 * @param weights the weight of each row
 * @param events the number of the event of each row; rows of one event follow each other
 */
record RowSet(float[] scores, double[] weights, int[] events) {

    /** 2⁶⁴ divided by the golden ratio: its multiples spread evenly and follow no pattern of the events. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    int size() {
        return scores.length;
    }

    /** The fold, from 0 to {@link Cut#FOLDS} − 1, to which the event of a row belongs. */
    int fold(int row) {
        return (int) ((events[row] * GOLDEN >>> 32) * Cut.FOLDS >>> 32);
    }

    /** Σw of all rows. */
    double total() {
        return Arrays.stream(weights).sum();
    }
}
