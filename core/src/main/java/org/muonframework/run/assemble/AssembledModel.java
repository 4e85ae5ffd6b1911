package org.muonframework.run.assemble;

import java.util.List;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Trainer;

/**
 * A model and its trainer, made but not trained.
 *
 * @param plan what the configuration says of it
 * @param task its features, and the analysis' classes and targets
 * @param model the untrained model
 * @param trainer what trains it
 * @param columns the expressions whose values its training needs beside features, targets and weights, each once
 */
public record AssembledModel(ModelPlan plan, Task task, Model model, Trainer trainer, List<String> columns) {

    public AssembledModel {
        columns = columns.stream().distinct().toList();
    }
}
