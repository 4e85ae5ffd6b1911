package org.muonframework.evaluate.importance;

import org.muonframework.spi.model.Task;
import org.muonframework.stats.Roc;

/**
 * How well rows are predicted, and how much worse other predictions of the same rows are.
 *
 * @param measure what is measured
 * @param task classes and targets
 * @param rows truth and weights of the rows
 */
record Quality(Measure measure, Task task, Rows rows) {

    /** Accuracy, or AUC, or the RMS residual of each target: NaN where there is none. */
    double[] of(float[][] predictions) {
        return switch (measure) {
            case ACCURACY -> new double[] {accuracy(predictions)};
            case AUC -> new double[] {auc(predictions)};
            case RESOLUTION -> residuals(predictions);
        };
    }

    /** How much worse predictions are than those of the baseline; negative if they are better. */
    double loss(double[] baseline, float[][] predictions) {
        double[] now = of(predictions);
        if (measure != Measure.RESOLUTION) {
            return baseline[0] - now[0];
        }
        double sum = 0;
        for (int t = 0; t < now.length; t++) {
            sum += now[t] / baseline[t] - 1;
        }
        return sum / now.length;
    }

    private double accuracy(float[][] predictions) {
        float[][] scores = task.scoredClasses().stream()
                .map(c -> predictions[task.scoreOf(c)])
                .toArray(float[][]::new);
        double right = 0;
        double all = 0;
        for (int i = 0; i < rows.weights().length; i++) {
            int predicted = predicted(scores, i);
            if (predicted < 0) {
                return Double.NaN;
            }
            right += predicted == rows.labels()[i] ? rows.weights()[i] : 0;
            all += rows.weights()[i];
        }
        return all > 0 ? right / all : Double.NaN;
    }

    /** The class of the largest score, of two classes class 1 where its score exceeds ½; −1 where a score is NaN. */
    private static int predicted(float[][] scores, int row) {
        if (scores.length == 1) {
            return Float.isNaN(scores[0][row]) ? -1 : scores[0][row] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int c = 0; c < scores.length; c++) {
            if (Float.isNaN(scores[c][row])) {
                return -1;
            }
            best = scores[c][row] > scores[best][row] ? c : best;
        }
        return best;
    }

    private double auc(float[][] predictions) {
        float[] scores = predictions[task.scoreOf(1)];
        int n = rows.weights().length;
        double[] wide = new double[n];
        boolean[] members = new boolean[n];
        for (int i = 0; i < n; i++) {
            wide[i] = scores[i];
            members[i] = rows.labels()[i] == 1;
            if (Double.isNaN(wide[i])) {
                return Double.NaN;
            }
        }
        return Roc.of(wide, members, rows.weights()).auc();
    }

    private double[] residuals(float[][] predictions) {
        double[] rms = new double[task.targets().size()];
        for (int t = 0; t < rms.length; t++) {
            float[] predicted = predictions[task.predictionOf(task.targets().get(t))];
            double squares = 0;
            double all = 0;
            for (int i = 0; i < rows.weights().length; i++) {
                double residual = (double) predicted[i] - rows.targets()[t][i];
                squares += rows.weights()[i] * residual * residual;
                all += rows.weights()[i];
            }
            rms[t] = all > 0 ? Math.sqrt(squares / all) : Double.NaN;
        }
        return rms;
    }
}
