package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of some rows: as they are, signs kept, and as they are trained with, after the policy for negative ones
 * and the normalisation.
 *
 * @param part the rows' part: {@code training}, or {@code fold 0, training} for the training rows of a fold's model
 * @param group name of the class; {@code all} for the whole part
 * @param rows number of rows
 * @param negative number of rows with a negative weight
 * @param sum Σw
 * @param effective (Σw)²/Σw²: the number of rows of equal weight that would fluctuate as much; 0 without weight
 * @param trainingSum Σw of the training weights
 * @param trainingEffective (Σw)²/Σw² of the training weights
 */
public record WeightCount(
        String part,
        String group,
        long rows,
        long negative,
        double sum,
        double effective,
        double trainingSum,
        double trainingEffective) {

    private static final String ALL = "all";

    /** The counts of a part as a whole, then of each of its classes. */
    static List<WeightCount> of(String part, List<String> classes, int[] labels, double[] weights, float[] training) {
        List<WeightCount> counts = new ArrayList<>();
        counts.add(count(part, ALL, -1, labels, weights, training));
        for (int c = 0; c < classes.size(); c++) {
            counts.add(count(part, classes.get(c), c, labels, weights, training));
        }
        return counts;
    }

    private static WeightCount count(
            String part, String group, int label, int[] labels, double[] weights, float[] training) {
        long rows = 0;
        long negative = 0;
        double sum = 0;
        double squares = 0;
        double trainingSum = 0;
        double trainingSquares = 0;
        for (int row = 0; row < weights.length; row++) {
            if (label < 0 || labels[row] == label) {
                double weight = weights[row];
                double fitted = training[row];
                rows++;
                negative += weight < 0 ? 1 : 0;
                sum += weight;
                squares += weight * weight;
                trainingSum += fitted;
                trainingSquares += fitted * fitted;
            }
        }
        return new WeightCount(
                part,
                group,
                rows,
                negative,
                sum,
                effective(sum, squares),
                trainingSum,
                effective(trainingSum, trainingSquares));
    }

    private static double effective(double sum, double squares) {
        return squares > 0 ? sum * sum / squares : 0;
    }
}
