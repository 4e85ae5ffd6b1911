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
     * Trains. The {@linkplain TrainedModel#history() history} has the curves of the loss that {@link History} asks for.
     *
     * <p>Honours {@link TrainingContext#cancelled()} between steps. Where {@link TrainingContext#checkpoint()} holds an
     * unfinished training of the same model and data, continues it to the same numbers.
     *
     * @throws TrainingCancelledException when it stopped because it was cancelled
     */
    TrainedModel train(Model model, TrainingData data, TrainingContext context);
}
