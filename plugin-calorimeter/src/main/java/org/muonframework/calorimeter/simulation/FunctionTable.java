package org.muonframework.calorimeter.simulation;

import java.util.function.DoubleUnaryOperator;

/** A function at evenly spaced points, between them linear: many times faster than an exponential. */
final class FunctionTable {

    private final double low;
    private final double perStep;
    private final double[] values;

    /** Tabulates a function from {@code low} to {@code high}, in this number of steps. */
    FunctionTable(double low, double high, int steps, DoubleUnaryOperator function) {
        this.low = low;
        this.perStep = steps / (high - low);
        this.values = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            values[i] = function.applyAsDouble(low + i / perStep);
        }
    }

    /** The value at x; outside the table that at its nearer end. */
    double at(double x) {
        double place = (x - low) * perStep;
        if (place <= 0) {
            return values[0];
        }
        int step = (int) place;
        if (step >= values.length - 1) {
            return values[values.length - 1];
        }
        return values[step] + (place - step) * (values[step + 1] - values[step]);
    }
}
