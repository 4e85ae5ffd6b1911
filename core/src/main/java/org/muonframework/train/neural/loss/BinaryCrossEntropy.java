package org.muonframework.train.neural.loss;

/** −y ln σ(z) − (1 − y) ln(1 − σ(z)), written as max(z, 0) − z·y + ln(1 + e^(−|z|)) so that nothing overflows. */
final class BinaryCrossEntropy implements LossFunction {

    @Override
    public double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient) {
        double total = LossFunction.sum(weights);
        double loss = 0;
        for (int row = 0; row < weights.length; row++) {
            double z = outputs[row];
            double y = truth[row];
            double weight = weights[row] / total;
            loss += weight * (Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))));
            gradient[row] = (float) (weight * (1 / (1 + Math.exp(-z)) - y));
        }
        return loss;
    }
}
