package org.muonframework.data;

/** The rows and weights that came through one step. */
final class Tally {

    private long rows;
    private double sumOfWeights;

    /** Counts a row; a weight that is not finite adds nothing to the sum. */
    void add(double weight) {
        rows++;
        if (Double.isFinite(weight)) {
            sumOfWeights += weight;
        }
    }

    /** Counts some rows. */
    void add(double[] weights, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            add(weights[rows[i]]);
        }
    }

    long rows() {
        return rows;
    }

    StepCount count(String step) {
        return new StepCount(step, rows, sumOfWeights);
    }
}
