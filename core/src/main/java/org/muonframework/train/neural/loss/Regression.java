package org.muonframework.train.neural.loss;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean over a row's outputs of a function of prediction − truth.
 *
 * @param width outputs a row
 * @param value the function
 * @param slope its derivative
 */
record Regression(int width, DoubleUnaryOperator value, DoubleUnaryOperator slope) implements LossFunction {

    @Override
    public double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient) {
        double total = LossFunction.sum(weights) * width;
        double loss = 0;
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row] / total;
            for (int i = row * width; i < (row + 1) * width; i++) {
                double difference = (double) outputs[i] - truth[i];
                loss += weight * value.applyAsDouble(difference);
                gradient[i] = (float) (weight * slope.applyAsDouble(difference));
            }
        }
        return loss;
    }
}
