package org.muonframework.train.trees;

import java.util.List;

/**
 * How good all outputs are after one round. The loss is the cross-entropy of the classes plus the mean over the targets
 * of the squared error of the scaled target.
 *
 * @param trainingLoss loss on the training rows
 * @param validationLoss loss on the validation rows
 * @param trainingAccuracy part of the training rows classified correctly; 0 without classes
 * @param validationAccuracy part of the validation rows classified correctly; 0 without classes
 */
record Scores(double trainingLoss, double validationLoss, double trainingAccuracy, double validationAccuracy) {

    static final Scores NONE = new Scores(0, 0, 0, 0);

    /** Reads XGBoost's {@code [7]<tab>training-logloss:0.51<tab>training-error:0.2<tab>validation-logloss:…}. */
    static Scores parse(String line, Output output) {
        String[] fields = line.split("\t", -1);
        double[] values = new double[fields.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(fields[i + 1].substring(fields[i + 1].lastIndexOf(':') + 1));
        }
        return output.classifies()
                ? new Scores(values[0], values[2], 1 - values[1], 1 - values[3])
                : new Scores(output.loss(values[0]), output.loss(values[1]), 0, 0);
    }

    /** The sum with one more output. */
    Scores plus(Scores other, Output output, List<Output> outputs) {
        long targets = outputs.stream().filter(any -> !any.classifies()).count();
        double part = output.classifies() ? 1 : 1.0 / targets;
        return new Scores(
                trainingLoss + part * other.trainingLoss,
                validationLoss + part * other.validationLoss,
                trainingAccuracy + other.trainingAccuracy,
                validationAccuracy + other.validationAccuracy);
    }
}
