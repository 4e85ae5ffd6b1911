package org.muonframework.evaluate.coding;

import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.metric.Sample;

/**
 * Some rows of a sample.
 *
 * @param rows their numbers
 */
record ChosenRows(int[] rows) {

    /** Those that fulfil a condition; all without one. */
    static ChosenRows of(Sample sample, Optional<String> condition) {
        if (condition.isEmpty()) {
            return new ChosenRows(IntStream.range(0, sample.rows()).toArray());
        }
        double[] wanted = sample.columns().get(condition.get());
        return new ChosenRows(IntStream.range(0, sample.rows())
                .filter(row -> wanted[row] == 1)
                .toArray());
    }

    /** Their values of a column. */
    double[] of(float[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }

    /** A column of them alone. */
    float[] pick(float[] column) {
        float[] picked = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }

    /** Their values of a column. */
    double[] of(double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }
}
