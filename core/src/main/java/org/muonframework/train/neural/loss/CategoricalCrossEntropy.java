package org.muonframework.train.neural.loss;

/**
 * −ln of the true class's softmax, ln Σ exp(z<sub>j</sub>) − z<sub>y</sub>, with the largest output taken out first.
 *
 * @param width number of classes
 */
record CategoricalCrossEntropy(int width) implements LossFunction {

    @Override
    public double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient) {
        double total = LossFunction.sum(weights);
        double loss = 0;
        for (int row = 0; row < weights.length; row++) {
            int start = row * width;
            double largest = outputs[start];
            for (int k = 1; k < width; k++) {
                largest = Math.max(largest, outputs[start + k]);
            }
            double sum = 0;
            for (int k = 0; k < width; k++) {
                sum += Math.exp(outputs[start + k] - largest);
            }
            int label = (int) truth[row];
            double weight = weights[row] / total;
            loss += weight * (Math.log(sum) + largest - outputs[start + label]);
            for (int k = 0; k < width; k++) {
                double probability = Math.exp(outputs[start + k] - largest) / sum;
                gradient[start + k] = (float) (weight * (probability - (k == label ? 1 : 0)));
            }
        }
        return loss;
    }
}
