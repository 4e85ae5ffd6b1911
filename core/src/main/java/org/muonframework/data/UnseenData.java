package org.muonframework.data;

import java.util.List;
import java.util.Map;

/**
 * Rows that trained models are to judge and that nothing is fitted to.
 *
 * @param rows the rows, of the evaluated part, as the models see them
 * @param models the number of the trained model that has not seen the event of each row: that of its fold, or 0 of one
 *     split
 * @param steps rows and weights left after each step, in order
 * @param weights weights of all rows and of each class
 * @param missing number of missing values of each feature that had some, among the selected rows
 */
public record UnseenData(
        PreparedPart rows, int[] models, List<StepCount> steps, List<WeightCount> weights, Map<String, Long> missing) {

    public UnseenData {
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        missing = Map.copyOf(missing);
    }
}
