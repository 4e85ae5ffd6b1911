package org.muonframework.evaluate.classify;

import org.muonframework.spi.metric.Sample;

/** Which class the scores of a row stand for. */
final class Decision {

    private Decision() {}

    /**
     * The predicted class of each row: of two classes class 1 where its score exceeds the threshold, else the class of
     * the largest score.
     */
    static int[] of(Sample sample, int classes, double threshold) {
        float[][] scores = sample.predictions();
        int[] predicted = new int[sample.rows()];
        for (int i = 0; i < predicted.length; i++) {
            if (classes == 2) {
                predicted[i] = scores[0][i] > (float) threshold ? 1 : 0;
            } else {
                int best = 0;
                for (int c = 1; c < classes; c++) {
                    best = scores[c][i] > scores[best][i] ? c : best;
                }
                predicted[i] = best;
            }
        }
        return predicted;
    }

    /** Number of rows of which a score is not a number. */
    static long unknown(Sample sample, int classes) {
        long count = 0;
        for (int i = 0; i < sample.rows(); i++) {
            boolean missing = false;
            for (int c = 0; c < (classes == 2 ? 1 : classes); c++) {
                missing |= Float.isNaN(sample.predictions()[c][i]);
            }
            count += missing ? 1 : 0;
        }
        return count;
    }
}
