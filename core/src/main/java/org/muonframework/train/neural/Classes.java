package org.muonframework.train.neural;

import org.muonframework.spi.model.ActivationFunction;

/** From raw outputs to classes. */
final class Classes {

    private Classes() {}

    /**
     * Weighted number of rows whose most probable class is the true one.
     *
     * @param outputs raw outputs, row by row
     * @param width outputs a row; with one, class 1 is chosen where it exceeds one half after the link
     */
    static double correct(ActivationFunction link, float[] outputs, int width, float[] truth, float[] weights) {
        float[] values = outputs.clone();
        Link.apply(link, values, width);
        double correct = 0;
        for (int row = 0; row < weights.length; row++) {
            if (choose(values, row * width, width) == (int) truth[row]) {
                correct += weights[row];
            }
        }
        return correct;
    }

    private static int choose(float[] values, int start, int width) {
        if (width == 1) {
            return values[start] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < width; k++) {
            if (values[start + k] > values[start + best]) {
                best = k;
            }
        }
        return best;
    }
}
