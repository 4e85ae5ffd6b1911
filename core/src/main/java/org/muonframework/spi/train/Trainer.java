package org.muonframework.spi.train;

import java.util.Optional;
import org.muonframework.spi.model.Model;

/** Fits a model of a family it knows. */
public interface Trainer {

    /**
     * Whether it can train this model; if not, the configuration is refused before any data is read.
     *
     * @return empty if it can, else the reason: {@code needs a neural network, not a model of the family 'boosted trees'}
     */
    Optional<String> objection(Model model);

    /**
     * Whether several trainings of such a model may run at once in one process, each by a trainer of its own. If not,
     * what trains many models trains them one after the other.
     */
    default boolean concurrent(Model model) {
        return false;
    }

    /**
     * Trains. The {@linkplain TrainedModel#history() history} has the curves of the loss that {@link History} asks for.
     *
     * <p>Honours {@link TrainingContext#cancelled()} between steps. Where {@link TrainingContext#checkpoint()} holds an
     * unfinished training of the same model and data, continues it to the same numbers.
     *
     * @throws TrainingCancelledException when it stopped because it was cancelled
     */
    TrainedModel train(Model model, TrainingData data, TrainingContext context);
}
