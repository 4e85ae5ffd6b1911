package org.muonframework.data;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.problem.DataException;

/**
 * What training weights are multiplied by.
 *
 * @param ofClass a factor for each class, or a single one for all rows; empty if nothing is scaled
 */
record WeightFactors(double[] ofClass) {

    /**
     * Fits the factors to the training part.
     *
     * @param classes names of the classes; needed for {@link WeightNormalisation#PER_CLASS}
     * @throws DataException if weights that are to be scaled do not add up to more than 0
     */
    static WeightFactors fit(WeightNormalisation normalisation, PreparedPart training, List<String> classes) {
        int rows = training.size();
        return switch (normalisation) {
            case NONE -> new WeightFactors(new double[0]);
            case SUM -> new WeightFactors(new double[] {factor(1, sums(training, 1)[0], normalisation, "")});
            case MEAN_ONE -> new WeightFactors(new double[] {factor(rows, sums(training, 1)[0], normalisation, "")});
            case PER_CLASS -> {
                double[] sums = sums(training, classes.size());
                yield new WeightFactors(IntStream.range(0, sums.length)
                        .mapToDouble(c -> factor(
                                (double) rows / sums.length,
                                sums[c],
                                normalisation,
                                " of class '" + classes.get(c) + "'"))
                        .toArray());
            }
        };
    }

    private static double[] sums(PreparedPart training, int groups) {
        double[] sums = new double[groups];
        for (int row = 0; row < training.size(); row++) {
            sums[groups == 1 ? 0 : training.labels()[row]] += training.trainingWeights()[row];
        }
        return sums;
    }

    private static double factor(double wanted, double sum, WeightNormalisation normalisation, String which) {
        if (!(sum > 0)) {
            throw new DataException(
                    "weights.normalise",
                    "the training weights" + which + " add up to " + sum + ", which cannot be scaled to '"
                            + normalisation.key() + "': the sum has to be above 0. If negative weights are the reason,"
                            + " choose weights.negative = zero-in-training or absolute");
        }
        return wanted / sum;
    }

    /** Scales weights in place. */
    void apply(int[] labels, float[] weights) {
        if (ofClass.length == 0) {
            return;
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) (weights[row] * ofClass[ofClass.length == 1 ? 0 : labels[row]]);
        }
    }
}
