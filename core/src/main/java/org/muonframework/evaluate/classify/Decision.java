package org.muonframework.evaluate.classify;

import java.util.Arrays;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/** Which class the scores of a row stand for. */
final class Decision {

    private Decision() {}

    /**
     * The predicted class of each row: of two classes class 1 where its score exceeds the threshold, else the class of
     * the largest score.
     */
    static int[] of(Sample sample, Task task, double threshold) {
        float[][] scores = scores(sample, task);
        int[] predicted = new int[sample.rows()];
        for (int i = 0; i < predicted.length; i++) {
            if (scores.length == 1) {
                predicted[i] = scores[0][i] > (float) threshold ? 1 : 0;
            } else {
                int best = 0;
                for (int c = 1; c < scores.length; c++) {
                    best = scores[c][i] > scores[best][i] ? c : best;
                }
                predicted[i] = best;
            }
        }
        return predicted;
    }

    /**
     * The class that a reference names for each row.
     *
     * @param column the expression of the reference
     * @return one more than the last class where it names none
     */
    static int[] reference(Sample sample, String column, Task task) {
        int classes = task.classes().size();
        return Arrays.stream(sample.columns().get(column))
                .mapToInt(value -> value >= 0 && value < classes && value == Math.rint(value) ? (int) value : classes)
                .toArray();
    }

    /** Number of rows of which a score is not a number. */
    static long unknown(Sample sample, Task task) {
        float[][] scores = scores(sample, task);
        long count = 0;
        for (int i = 0; i < sample.rows(); i++) {
            boolean missing = false;
            for (float[] score : scores) {
                missing |= Float.isNaN(score[i]);
            }
            count += missing ? 1 : 0;
        }
        return count;
    }

    private static float[][] scores(Sample sample, Task task) {
        return task.scoredClasses().stream()
                .map(c -> sample.predictions()[task.scoreOf(c)])
                .toArray(float[][]::new);
    }
}
