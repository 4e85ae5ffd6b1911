package org.muonframework.train.fused.step;

import java.util.Arrays;

/** What the slices of a batch add up to; each slice has a place of its own and they are added in order. */
public final class Totals {

    private final double[] weights;
    private final double[][] losses;
    private final double[][] correct;

    Totals(int outputs, int slices) {
        weights = new double[slices];
        losses = new double[outputs][slices];
        correct = new double[outputs][slices];
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(weights, 0);
        for (int output = 0; output < losses.length; output++) {
            Arrays.fill(losses[output], 0);
            Arrays.fill(correct[output], 0);
        }
    }

    /** Adds the weight of rows of a slice. */
    void addWeight(int slice, double weight) {
        weights[slice] += weight;
    }

    /** Adds the loss of rows of a slice, times their weight, and the weight of those whose class is right. */
    void add(int slice, int output, double loss, double right) {
        losses[output][slice] += loss;
        correct[output][slice] += right;
    }

    /** The sum of weights. */
    public double weight() {
        return sum(weights);
    }

    /** The sum over rows of weight times loss. */
    public double loss(int output) {
        return sum(losses[output]);
    }

    /** The weight of the rows whose class is right. */
    public double correct(int output) {
        return sum(correct[output]);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
