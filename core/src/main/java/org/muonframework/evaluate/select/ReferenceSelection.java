package org.muonframework.evaluate.select;

import java.util.Optional;
import org.muonframework.spi.metric.Sample;

/**
 * The rows that a reference selection lets pass.
 *
 * @param passes whether it passes each row; empty for no selection
 * @param problem why nothing can be said of it, if that is so
 */
record ReferenceSelection(boolean[] passes, Optional<String> problem) {

    /** Rows where the expression is not 0; none where there is no expression. */
    static ReferenceSelection of(Sample sample, Optional<String> expression) {
        if (expression.isEmpty()) {
            return new ReferenceSelection(new boolean[0], Optional.empty());
        }
        double[] values = sample.columns().get(expression.get());
        boolean[] passes = new boolean[values.length];
        long missing = 0;
        for (int i = 0; i < values.length; i++) {
            passes[i] = values[i] != 0;
            missing += Double.isNaN(values[i]) ? 1 : 0;
        }
        return new ReferenceSelection(
                passes,
                missing == 0
                        ? Optional.empty()
                        : Optional.of("the reference selection is not a number for " + missing + " of " + values.length
                                + " rows"));
    }
}
