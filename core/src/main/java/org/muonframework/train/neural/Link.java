package org.muonframework.train.neural;

import org.muonframework.spi.model.ActivationFunction;

/** Turns a network's raw outputs into predictions. */
final class Link {

    private Link() {}

    /**
     * Applies a function in place.
     *
     * @param values outputs, row by row
     * @param width outputs a row
     */
    static void apply(ActivationFunction function, float[] values, int width) {
        if (function == ActivationFunction.SOFTMAX) {
            for (int start = 0; start < values.length; start += width) {
                softmax(values, start, width);
            }
        } else if (function != ActivationFunction.IDENTITY) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) elementwise(function, values[i]);
            }
        }
    }

    private static double elementwise(ActivationFunction function, double x) {
        return switch (function) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        };
    }

    private static void softmax(float[] values, int start, int width) {
        double largest = values[start];
        for (int k = 1; k < width; k++) {
            largest = Math.max(largest, values[start + k]);
        }
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += Math.exp(values[start + k] - largest);
        }
        for (int k = 0; k < width; k++) {
            values[start + k] = (float) (Math.exp(values[start + k] - largest) / sum);
        }
    }
}
