package org.muonframework.evaluate.closure;

import java.util.Map;
import java.util.Objects;
import org.muonframework.spi.metric.Part;

/**
 * The rows of one part before and after reweighting.
 *
 * @param part which part
 * @param labels the class of each row
 * @param before the weight of each row before
 * @param after the weight of each row after
 * @param outside whether a row was to be reweighted and could not be
 * @param capped whether the factor of a row was cut off
 * @param values the values of each variable, by its name
 */
public record ReweightedRows(
        Part part,
        int[] labels,
        double[] before,
        double[] after,
        boolean[] outside,
        boolean[] capped,
        Map<String, double[]> values) {

    public ReweightedRows {
        Objects.requireNonNull(part, "part");
        values = Map.copyOf(values);
    }
}
