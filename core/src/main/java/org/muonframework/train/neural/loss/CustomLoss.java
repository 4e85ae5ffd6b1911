package org.muonframework.train.neural.loss;

import org.muonframework.spi.model.Loss;

/**
 * A loss that a plugin supplies.
 *
 * @param loss the plugin's
 */
record CustomLoss(Loss.Custom loss) implements LossFunction {

    @Override
    public double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient) {
        return loss.evaluate(outputs, truth, weights, gradient);
    }

    @Override
    public boolean additive() {
        return false;
    }
}
