package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;

/** The elementwise functions as loops, in double precision. */
final class PlainActivations {

    private static final double LEAK = 0.01f;

    private PlainActivations() {}

    /** As {@link Kernels#activate}. */
    static void apply(ActivationFunction function, int values, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < values; i++) {
            y[yFrom + i] = (float) value(function, x[xFrom + i]);
        }
    }

    /** As {@link Kernels#activateBack}. */
    static void back(ActivationFunction function, int values, float[] saved, int savedFrom, float[] d, int dFrom) {
        for (int i = 0; i < values; i++) {
            d[dFrom + i] = (float) (d[dFrom + i] * slope(function, saved[savedFrom + i]));
        }
    }

    private static double value(ActivationFunction function, double x) {
        return switch (function) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        };
    }

    private static double slope(ActivationFunction function, double saved) {
        return switch (function) {
            case IDENTITY -> 1;
            case RELU -> saved > 0 ? 1 : 0;
            case LEAKY_RELU -> saved > 0 ? 1 : LEAK;
            case SWISH -> {
                double sigmoid = 1 / (1 + Math.exp(-saved));
                yield sigmoid * (1 + saved * (1 - sigmoid));
            }
            case TANH -> 1 - saved * saved;
            case SIGMOID -> saved * (1 - saved);
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        };
    }
}
