package org.muonframework.train.trees;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Rows;

/**
 * What one booster predicts: the classes, or one target.
 *
 * @param target index of the target; −1 for the classes
 * @param classes number of classes; 0 for a target
 * @param mean what is subtracted from a target before training
 * @param scale what a target is then divided by
 */
record Output(int target, int classes, double mean, double scale) {

    /** The outputs of a task, the classes first; targets are scaled to mean 0 and deviation 1 over weighted rows. */
    static List<Output> of(Task task, Rows training) {
        List<Output> outputs = new ArrayList<>();
        if (task.classifies()) {
            outputs.add(new Output(-1, task.classes().size(), 0, 1));
        }
        for (int t = 0; t < task.targets().size(); t++) {
            outputs.add(scaled(t, training.targets()[t], training.weights()));
        }
        return List.copyOf(outputs);
    }

    private static Output scaled(int target, float[] values, float[] weights) {
        double sum = 0;
        double first = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i];
            first += (double) weights[i] * values[i];
        }
        double mean = first / sum;
        double second = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            second += weights[i] * distance * distance;
        }
        double deviation = Math.sqrt(second / sum);
        return new Output(target, 0, mean, deviation > 0 ? deviation : 1);
    }

    /** What it predicts: {@code classes}, or the name of the target. */
    String name(Task task) {
        return classifies() ? "classes" : task.targets().get(target);
    }

    /** Name of its model's file. */
    String file() {
        return (classifies() ? "classes" : "target-" + target) + ".ubj";
    }

    boolean classifies() {
        return classes > 0;
    }

    String objective() {
        if (!classifies()) {
            return "reg:squarederror";
        }
        return classes == 2 ? "binary:logistic" : "multi:softprob";
    }

    /** Where its values stand among the predictions of a task. */
    int[] predictions(Task task) {
        return classifies()
                ? task.scoredClasses().stream().mapToInt(task::scoreOf).toArray()
                : new int[] {task.predictionOf(task.targets().get(target))};
    }

    /** XGBoost's names of the loss and, for classes, of the part classified wrongly. */
    List<String> metrics() {
        if (!classifies()) {
            return List.of("rmse");
        }
        return classes == 2 ? List.of("logloss", "error") : List.of("mlogloss", "merror");
    }

    /** The loss from XGBoost's first metric: cross-entropy, or the mean squared error of the scaled target. */
    double loss(double metric) {
        return classifies() ? metric : metric * metric;
    }

    /** What XGBoost is to learn, row by row. */
    float[] truth(Rows rows) {
        int n = rows.size();
        float[] truth = new float[n];
        if (classifies()) {
            for (int i = 0; i < n; i++) {
                truth[i] = rows.labels()[i];
            }
        } else {
            float[] values = rows.targets()[target];
            for (int i = 0; i < n; i++) {
                truth[i] = (float) ((values[i] - mean) / scale);
            }
        }
        return truth;
    }
}
