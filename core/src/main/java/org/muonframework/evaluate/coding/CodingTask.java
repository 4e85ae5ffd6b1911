package org.muonframework.evaluate.coding;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.Suggestions;

/** What the metrics of this room ask of a model's predictions. */
final class CodingTask {

    /** The column of the error that an autoencoder is trained to make small. */
    static final String ERROR = "reconstruction_error";

    private static final String RESTORED = "reconstructed_";

    private CodingTask() {}

    /** That a model does not predict some columns beside classes and targets. */
    static Optional<String> objection(Task task, List<String> columns) {
        return columns.stream()
                .filter(column -> !task.extras().contains(column))
                .map(column -> task.extras().isEmpty()
                        ? "needs a model that gives its features back, such as 'autoencoder' or 'vae'"
                        : "the model predicts no '" + column + "'." + Suggestions.didYouMean(column, task.extras()))
                .findFirst();
    }

    /** The values of such a column. */
    static float[] column(Sample sample, Task task, String name) {
        return sample.predictions()[task.extraOf(name)];
    }

    /** The name of the column that gives a feature back. */
    static String restored(String feature) {
        return RESTORED + feature;
    }
}
