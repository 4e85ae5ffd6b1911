package org.muonframework.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

/**
 * What is put in the place of missing values: fitted on the training part, kept with the model, used again for its
 * predictions.
 *
 * @param features names of the features, in order
 * @param values the value for each feature, NaN for one that nothing stands for: a row without it has no prediction;
 *     empty for a policy that fills nothing
 * @param policy what counts as missing, and what is done about it
 */
public record FillValues(List<String> features, float[] values, MissingPolicy policy) {

    public FillValues {
        features = List.copyOf(features);
        int expected = policy.policy().fills() ? features.size() : 0;
        if (values.length != expected) {
            throw new IllegalArgumentException("expected " + expected + " fill values, not " + values.length);
        }
    }

    /**
     * Fits the values.
     *
     * @param columns {@code columns[f][row]} of the training part, NaN where a value is missing
     * @param weights the training weight of each row; only their sizes count
     * @param routes features that nothing stands for
     * @throws DataException if a feature that has to be filled has no value at all
     */
    static FillValues fit(
            List<String> features, MissingPolicy policy, float[][] columns, float[] weights, Set<String> routes) {
        if (!policy.policy().fills()) {
            return new FillValues(features, new float[0], policy);
        }
        float[] values = new float[columns.length];
        List<Problem> problems = new ArrayList<>();
        for (int f = 0; f < columns.length; f++) {
            if (routes.contains(features.get(f))) {
                values[f] = Float.NaN;
                continue;
            }
            values[f] = switch (policy.policy()) {
                case MEAN -> mean(columns[f], weights);
                case MEDIAN -> median(columns[f]);
                default -> (float) policy.constant();
            };
            if (!Float.isFinite(values[f])) {
                problems.add(new Problem(
                        features.get(f),
                        "every value of the training part is missing, so it has no "
                                + policy.policy().key() + "; leave the feature out or use the policy 'constant'"));
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        return new FillValues(features, values, policy);
    }

    /**
     * Replaces missing values of some rows in place. Where the policy is {@code drop} they become NaN: the row has no prediction.
     *
     * @param columns {@code columns[f][row]} in the order of the features; is changed
     * @param rows indices of the rows
     * @param source where the rows come from, for the message
     * @param firstRow number of the first row within the source
     * @return number of missing values of each feature
     * @throws DataException if the policy is {@code error} and a value is missing
     */
    public long[] apply(float[][] columns, int[] rows, String source, long firstRow) {
        long[] missing = new long[columns.length];
        for (int f = 0; f < columns.length; f++) {
            float[] column = columns[f];
            for (int row : rows) {
                if (policy.isMissing(column[row])) {
                    if (policy.policy() == MissingPolicy.Policy.ERROR) {
                        throw new DataException(
                                source + ": row " + (firstRow + row),
                                "feature '" + features.get(f) + "' is missing (" + column[row]
                                        + "), and the model was trained with the policy 'error' for missing values");
                    }
                    column[row] = values.length == 0 ? Float.NaN : values[f];
                    missing[f]++;
                }
            }
        }
        return missing;
    }

    /** Replaces NaN of some rows in place by the fitted values. */
    void fill(float[][] columns, IntPredicate rows) {
        for (int f = 0; f < values.length; f++) {
            float[] column = columns[f];
            for (int row = 0; row < column.length; row++) {
                if (Float.isNaN(column[row]) && rows.test(row)) {
                    column[row] = values[f];
                }
            }
        }
    }

    /** Replaces NaN in place by the fitted values. */
    void fill(float[][] columns) {
        fill(columns, row -> true);
    }

    private static float mean(float[] column, float[] weights) {
        double sum = 0;
        double sumOfWeights = 0;
        for (int row = 0; row < column.length; row++) {
            if (!Float.isNaN(column[row])) {
                double weight = Math.abs(weights[row]);
                sum += weight * column[row];
                sumOfWeights += weight;
            }
        }
        return (float) (sum / sumOfWeights);
    }

    private static float median(float[] column) {
        int valid = 0;
        for (float value : column) {
            valid += Float.isNaN(value) ? 0 : 1;
        }
        if (valid == 0) {
            return Float.NaN;
        }
        return (float) (0.5 * ((double) ordered(column, (valid - 1) / 2) + ordered(column, valid / 2)));
    }

    /**
     * The value of a rank from 0 among those that are not NaN, without sorting: the upper half of its bits by counting
     * all values, then the lower half by counting those that share the upper one.
     */
    private static float ordered(float[] column, int rank) {
        int upper = 0;
        int below = 0;
        for (int shift : new int[] {16, 0}) {
            int[] counts = new int[1 << 16];
            for (float value : column) {
                int bits = sortable(value);
                if (!Float.isNaN(value) && (shift == 16 || bits >>> 16 == upper)) {
                    counts[(bits >>> shift) & 0xFFFF]++;
                }
            }
            int bucket = 0;
            while (below + counts[bucket] <= rank) {
                below += counts[bucket++];
            }
            upper = shift == 16 ? bucket : (upper << 16) | bucket;
        }
        return Float.intBitsToFloat(upper < 0 ? upper ^ Integer.MIN_VALUE : ~upper);
    }

    /** Bits whose order as an unsigned integer is that of the values. */
    private static int sortable(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }
}
