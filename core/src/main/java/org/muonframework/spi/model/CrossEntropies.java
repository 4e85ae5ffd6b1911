package org.muonframework.spi.model;

/** The losses of a classification, written so that no exponential overflows. */
final class CrossEntropies {

    private CrossEntropies() {}

    /**
     * −y ln σ(z) − (1 − y) ln(1 − σ(z)), written as max(z, 0) − z·y + ln(1 + e^(−|z|)); the sum 1 + e^(−|z|) is rounded,
     * which changes the logarithm by 1.2e-16 at most.
     */
    static double binary(LossBatch batch, float[] gradient) {
        float[] outputs = batch.outputs();
        float[] truth = batch.truth();
        float[] weights = batch.weights();
        double total = batch.totalWeight();
        double loss = 0;
        for (int row = 0; row < weights.length; row++) {
            double z = outputs[row];
            double y = truth[row];
            double weight = weights[row] / total;
            double tail = Math.exp(-Math.abs(z));
            double sigmoid = (z < 0 ? tail : 1) / (1 + tail);
            loss += weight * (Math.max(z, 0) - z * y + Math.log(1 + tail));
            gradient[row] = (float) (weight * (sigmoid - y));
        }
        return loss;
    }

    /** −ln of the true class's softmax, ln Σ exp(z<sub>j</sub>) − z<sub>y</sub>, with the largest output taken out. */
    static double categorical(LossBatch batch, float[] gradient) {
        float[] outputs = batch.outputs();
        int width = batch.width();
        double total = batch.totalWeight();
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            int start = row * width;
            double largest = outputs[start];
            for (int k = 1; k < width; k++) {
                largest = Math.max(largest, outputs[start + k]);
            }
            double sum = 0;
            for (int k = 0; k < width; k++) {
                sum += Math.exp(outputs[start + k] - largest);
            }
            int label = (int) batch.truth()[row];
            double weight = batch.weights()[row] / total;
            loss += weight * (Math.log(sum) + largest - outputs[start + label]);
            for (int k = 0; k < width; k++) {
                double probability = Math.exp(outputs[start + k] - largest) / sum;
                gradient[start + k] = (float) (weight * (probability - (k == label ? 1 : 0)));
            }
        }
        return loss;
    }
}
