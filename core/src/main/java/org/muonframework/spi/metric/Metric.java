package org.muonframework.spi.metric;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Task;

/** Turns an evaluation into values with uncertainties and figures. */
public interface Metric {

    /**
     * Expressions over the dataset's columns that it needs beside predictions and truth, such as {@code pt} or
     * {@code abs(eta)}; checked before any data is read, found again in {@link Sample#columns()}.
     */
    default List<String> columns() {
        return List.of();
    }

    /**
     * The same for a dataset of these columns, derived ones among them; only a metric that chooses by what there is
     * differs.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if there is not what it needs
     */
    default List<String> columns(Schema columns) {
        return columns();
    }

    /**
     * Names of images of the analysis that it looks at, whatever the models look at; checked before any data is read,
     * found again in {@link Sample#images()}.
     */
    default List<String> images() {
        return List.of();
    }

    /**
     * Whether it looks at predictions, or at the training; if so, an analysis without a model is refused before any data
     * is read. A metric that looks at the rows alone says no.
     */
    default boolean needsModel() {
        return true;
    }

    /**
     * Whether it is computed again on each variation of the simulation ({@link Evaluation#nominal()}); so it should if
     * its result may depend on the sample. A metric of the rows alone, of the training, or one that is slow and says
     * little about the sample, says no.
     */
    default boolean judgesVariations() {
        return needsModel();
    }

    /**
     * Whether it can judge this task.
     *
     * @return empty if it can, else the reason: {@code needs two classes}
     */
    default Optional<String> objection(Task task) {
        return Optional.empty();
    }

    /**
     * Computes; does not change the evaluation. Called once for every model of the analysis, with folds once more for
     * each fold, and with variations once more for each.
     */
    MetricResult evaluate(Evaluation evaluation);
}
