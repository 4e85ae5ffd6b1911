package org.muonframework.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that trained models are to judge and that nothing is fitted to.
 *
 * @param rows the rows, of the evaluated part, as the models see them
 * @param models the number of the trained model that was not trained on the event of each row: that of its fold, or 0 of
 *     one split
 * @param steps rows and weights left after each step, in order
 * @param weights weights of all rows and of each class
 * @param missing number of missing values of each feature that had some, among the selected rows
 * @param clipped what was set to the limits, of each feature that had values beyond them, among the rows that are left
 */
public record UnseenData(
        PreparedPart rows,
        int[] models,
        List<StepCount> steps,
        List<WeightCount> weights,
        Map<String, Long> missing,
        List<ClipCount> clipped) {

    public UnseenData {
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        clipped = List.copyOf(clipped);
    }
}
