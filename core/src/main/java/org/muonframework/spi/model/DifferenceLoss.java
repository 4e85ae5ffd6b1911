package org.muonframework.spi.model;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean over a row's outputs of a function of prediction − truth.
 *
 * @param value the function
 * @param slope its derivative
 */
record DifferenceLoss(DoubleUnaryOperator value, DoubleUnaryOperator slope) implements LossCourse {

    @Override
    public double evaluate(LossBatch batch, float[] gradient) {
        float[] outputs = batch.outputs();
        int width = batch.width();
        double total = batch.totalWeight() * width;
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double weight = batch.weights()[row] / total;
            for (int i = row * width; i < (row + 1) * width; i++) {
                double difference = (double) outputs[i] - batch.truth()[i];
                loss += weight * value.applyAsDouble(difference);
                gradient[i] = (float) (weight * slope.applyAsDouble(difference));
            }
        }
        return loss;
    }
}
