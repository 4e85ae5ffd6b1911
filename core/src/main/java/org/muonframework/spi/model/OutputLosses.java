package org.muonframework.spi.model;

import java.util.Arrays;

/** Losses that judge outputs by themselves, without a truth: weighted means over rows. */
final class OutputLosses {

    private OutputLosses() {}

    static double ownValue(LossBatch batch, float[] gradient) {
        double total = batch.totalWeight() * batch.width();
        double loss = 0;
        for (int i = 0; i < batch.outputs().length; i++) {
            double weight = batch.weights()[i / batch.width()] / total;
            loss += weight * batch.outputs()[i];
            gradient[i] = (float) weight;
        }
        return loss;
    }

    static double nothing(LossBatch batch, float[] gradient) {
        Arrays.fill(gradient, 0);
        return 0;
    }

    static double kullbackLeibler(LossBatch batch, double clamp, float[] gradient) {
        float[] outputs = batch.outputs();
        int half = batch.width() / 2;
        double total = batch.totalWeight();
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double weight = batch.weights()[row] / total;
            for (int i = row * batch.width(); i < row * batch.width() + half; i++) {
                double mean = outputs[i];
                double logarithm = Math.max(-clamp, Math.min(clamp, outputs[i + half]));
                double variance = Math.exp(logarithm);
                loss -= weight * 0.5 * (1 + logarithm - mean * mean - variance);
                gradient[i] = (float) (weight * mean);
                boolean within = Math.abs(outputs[i + half]) < clamp;
                gradient[i + half] = within ? (float) (weight * 0.5 * (variance - 1)) : 0;
            }
        }
        return loss;
    }
}
