package org.muonframework.spi.model;

import java.util.List;

/**
 * An untrained model of one family; a trainer says which families it trains.
 *
 * <p>Families of core: {@link NeuralModel} and {@link TreeModel}. A third party may add one together with a trainer
 * for it.
 */
public interface Model {

    /** The family's name in messages: {@code neural network}. */
    String family();

    /** What stands after the family in messages and in the report: {@code 5 layers, 4,673 trainable parameters}. */
    String summary();

    /**
     * Expressions over the dataset's columns whose values its training needs beside features, targets and weights;
     * checked before any data is read. Truth is allowed: these columns are for what judges the model in training, never
     * for the model, which has to predict without them.
     */
    default List<String> columns() {
        return List.of();
    }

    /** Which of a task's images it looks at; all, unless a family knows better. */
    default List<Image> images(Task task) {
        return task.images();
    }

    /**
     * What it learns and predicts of a task: all, unless a family knows better. A model that learns from features alone
     * leaves classes and targets out, and names what it predicts in their place.
     */
    default Task learned(Task task) {
        return task;
    }
}
