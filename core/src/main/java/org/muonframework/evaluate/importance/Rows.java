package org.muonframework.evaluate.importance;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.muonframework.spi.metric.Sample;

/**
 * Some rows of a sample.
 *
 * @param indices of the rows in the sample, ascending
 * @param features {@code features[f][i]} of the row {@code indices[i]}
 * @param labels the class of each; empty when nothing is classified
 * @param targets {@code targets[t][i]}
 * @param weights the weight of each
 */
record Rows(int[] indices, float[][] features, int[] labels, float[][] targets, double[] weights) {

    /** All rows, sharing their arrays, or as many as allowed, each set of so many being as likely as any other. */
    static Rows of(Sample sample, int most, RandomGenerator random) {
        if (sample.rows() <= most) {
            int[] all = IntStream.range(0, sample.rows()).toArray();
            return new Rows(all, sample.features(), sample.labels(), sample.targets(), sample.weights());
        }
        int[] chosen = choose(sample.rows(), most, random);
        int[] labels = sample.labels();
        double[] weights = sample.weights();
        return new Rows(
                chosen,
                pick(sample.features(), chosen),
                labels.length == 0
                        ? labels
                        : IntStream.of(chosen).map(row -> labels[row]).toArray(),
                pick(sample.targets(), chosen),
                IntStream.of(chosen).mapToDouble(row -> weights[row]).toArray());
    }

    /** Selection sampling: D. Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S. */
    private static int[] choose(int from, int count, RandomGenerator random) {
        int[] chosen = new int[count];
        int found = 0;
        for (int row = 0; found < count; row++) {
            if ((from - row) * random.nextDouble() < count - found) {
                chosen[found++] = row;
            }
        }
        return chosen;
    }

    private static float[][] pick(float[][] columns, int[] rows) {
        float[][] picked = new float[columns.length][rows.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                picked[c][i] = columns[c][rows[i]];
            }
        }
        return picked;
    }

    /** The features with some of them shuffled among the rows, all in the same way; the others are shared. */
    float[][] shuffled(int[] which, RandomGenerator random) {
        int[] order = IntStream.range(0, indices.length).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        float[][] result = features.clone();
        for (int f : which) {
            float[] column = new float[order.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = features[f][order[i]];
            }
            result[f] = column;
        }
        return result;
    }
}
