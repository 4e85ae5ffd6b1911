package org.muonframework.run.assemble;

import java.util.List;
import java.util.OptionalLong;
import org.muonframework.data.MemoryLimit;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparationPlan;
import org.muonframework.run.plan.AnalysisPlan;
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
 * @param variations other simulations that the models are judged on, in the order of the plan
 */
public record Assembly(
        AnalysisPlan plan,
        Dataset dataset,
        Schema columns,
        Task task,
        PreparationPlan preparation,
        List<AssembledModel> models,
        List<AssembledMetric> metrics,
        List<AssembledVariation> variations) {

    public Assembly {
        models = List.copyOf(models);
        metrics = List.copyOf(metrics);
        variations = List.copyOf(variations);
    }

    /**
     * Bytes that the rows need in memory if all of them are selected, with the copies that folds, regions and a grid
     * make of them; empty if their number is not known.
     */
    public OptionalLong memoryEstimate() {
        long row = Preparation.of(dataset, preparation).bytesPerRow();
        return dataset.rows().isPresent()
                ? OptionalLong.of(Math.multiplyExact(dataset.rows().getAsLong(), row))
                : OptionalLong.empty();
    }

    /** What the selected rows may take in memory: the key {@code memory-limit}, else half of what the JVM may use. */
    public MemoryLimit memoryLimit() {
        OptionalLong given = plan.settings().memoryLimitBytes();
        return given.isPresent()
                ? new MemoryLimit(given.getAsLong(), plan.where("memory-limit"))
                : MemoryLimit.ofHeap();
    }
}
