package org.muonframework.data;

import java.util.List;
import java.util.Map;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;

/** A dataset that was read, selected and divided by event, and what there is to know of it. */
public sealed interface Prepared permits PreparedData, FoldedData {

    /** The rows that models may be trained on: the training part, with folds all rows; all where nothing is trained. */
    PreparedPart trainable();

    /** The part that results are quoted for. */
    Part evaluated();

    /** Features, classes and targets. */
    Task task();

    /** Rows and weights left after each step, in order. */
    List<StepCount> steps();

    /** Weights of each part and class, as they are and as they are trained with. */
    List<WeightCount> weights();

    /** What counts as a missing value, and what is done about it. */
    MissingPolicy missingPolicy();

    /** Number of missing values of each feature that had some, among the selected rows. */
    Map<String, Long> missing();

    /** What was set to the limits, of each feature that had values beyond them, among the rows that are left. */
    List<ClipCount> clipped();

    /** Number of selected rows with a negative weight. */
    long negativeWeights();

    /** Descriptions of features, targets and metrics' columns, by name or expression. */
    Map<String, ColumnSpec> columns();
}
