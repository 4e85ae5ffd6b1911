package org.muonframework.run;

import java.util.List;
import java.util.OptionalLong;
import org.muonframework.data.PreparationPlan;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.model.Task;

/**
 * Everything that an analysis is made of, checked as far as that can be done before data is read.
 *
 * @param plan the configuration it was made from
 * @param dataset the dataset, opened as far as its schema
 * @param columns the dataset's columns and the derived ones
 * @param task all features of all models, the classes and the targets
 * @param preparation what is to be done to the rows
 * @param models the models, in the order of the plan
 * @param metrics the metrics, in the order of the plan
 */
public record Assembly(
        AnalysisPlan plan,
        Dataset dataset,
        Schema columns,
        Task task,
        PreparationPlan preparation,
        List<AssembledModel> models,
        List<AssembledMetric> metrics) {

    /** Bytes a row takes beside its columns: two weights, the label, room for growth. */
    private static final int BYTES_BESIDE_COLUMNS = 24;

    public Assembly {
        models = List.copyOf(models);
        metrics = List.copyOf(metrics);
    }

    /**
     * Bytes that the rows need in memory if all of them are selected, with folds also the copy that one model is trained
     * on; empty if their number is not known.
     */
    public OptionalLong memoryEstimate() {
        long copies = preparation.folds().isPresent() ? 2 : 1;
        long row =
                copies * Float.BYTES * (task.features().size() + task.targets().size())
                        + (long) Double.BYTES * preparation.columns().size()
                        + (long) Float.BYTES * task.predictions().size() * models.size() * copies
                        + BYTES_BESIDE_COLUMNS;
        return dataset.rows().isPresent()
                ? OptionalLong.of(Math.multiplyExact(dataset.rows().getAsLong(), row))
                : OptionalLong.empty();
    }
}
