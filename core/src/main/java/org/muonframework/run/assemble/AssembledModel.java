package org.muonframework.run.assemble;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.data.MemoryLimit;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Trainer;
import org.muonframework.train.neural.BatchMemory;
import org.muonframework.train.neural.NeuralSettings;

/**
 * A model and its trainer, made but not trained.
 *
 * @param plan what the configuration says of it
 * @param task its features, those of the images that it looks at, and the analysis' classes and targets
 * @param model the untrained model
 * @param trainer what trains it
 * @param columns the expressions whose values its training needs beside features, targets and weights, each once
 */
public record AssembledModel(ModelPlan plan, Task task, Model model, Trainer trainer, List<String> columns) {

    public AssembledModel {
        columns = columns.stream().distinct().toList();
    }

    /** What its batches take in memory, if that is much and their size is known. */
    public Optional<String> batchMemory() {
        if (!(model instanceof NeuralModel neural) || !(plan.trainer().settings() instanceof NeuralSettings settings)) {
            return Optional.empty();
        }
        int rows = settings.rowsAtOnce();
        return BatchMemory.inTraining(settings, neural.architecture())
                .filter(memory -> rows > 0)
                .map(memory -> String.format(
                        Locale.ROOT,
                        "%,d rows at once take about %s of %s memory",
                        rows,
                        MemoryLimit.text(memory.bytes(rows)),
                        memory.ofEngine() ? "the engine's" : "the JVM's"));
    }
}
