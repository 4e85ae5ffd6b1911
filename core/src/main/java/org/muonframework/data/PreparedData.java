package org.muonframework.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;

/**
 * A dataset as one model can learn from it.
 *
 * @param task features, classes and targets
 * @param parts the parts that have rows, training first; training and validation always have some, but for an analysis
 *     without a model, which has one part with all rows
 * @param steps rows and weights left after each step, in order
 * @param fillValues what was put in the place of missing values; belongs to the trained model
 * @param weights weights of each part and class, as they are and as they are trained with
 * @param missing number of missing values of each feature that had some, among the selected rows
 * @param clipped what was set to the limits, of each feature that had values beyond them
 * @param negativeWeights number of rows with a negative weight in all parts
 * @param columns descriptions of features, targets and metrics' columns, by name or expression
 */
public record PreparedData(
        Task task,
        List<PreparedPart> parts,
        List<StepCount> steps,
        FillValues fillValues,
        List<WeightCount> weights,
        Map<String, Long> missing,
        List<ClipCount> clipped,
        long negativeWeights,
        Map<String, ColumnSpec> columns)
        implements Prepared {

    public PreparedData {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        clipped = List.copyOf(clipped);
        columns = Map.copyOf(columns);
    }

    @Override
    public MissingPolicy missingPolicy() {
        return fillValues.policy();
    }

    @Override
    public PreparedPart trainable() {
        return parts.get(0);
    }

    /** A part, if it has rows. */
    public Optional<PreparedPart> part(Part part) {
        return parts.stream().filter(prepared -> prepared.part() == part).findFirst();
    }

    /** The test part, or the validation part where nothing is split off for a test, or the whole. */
    @Override
    public Part evaluated() {
        return parts.get(parts.size() - 1).part();
    }

    /** The rows to fit. */
    public PreparedPart training() {
        return part(Part.TRAINING).orElseThrow();
    }

    /** The rows to judge by while training. */
    public PreparedPart validation() {
        return part(Part.VALIDATION).orElseThrow();
    }
}
