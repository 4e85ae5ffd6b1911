package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/** Makes trainers of one configuration, as often as they are needed, and loads what they trained. */
public interface TrainerSource {

    /** A trainer with the random numbers and the threads of a context. */
    Trainer create(Context context);

    /**
     * The expressions whose values a trainer of this source needs beside features, targets and weights.
     *
     * @param model the untrained model, as the configuration makes it
     */
    default List<String> columns(Model model) {
        return model.columns();
    }

    /**
     * Which of a task's images a trainer of this source needs.
     *
     * @param model the untrained model, as the configuration makes it
     */
    default List<Image> images(Model model, Task task) {
        return model.images(task);
    }

    /**
     * What speaks against a task's images, as far as a network needs some.
     *
     * @param model the untrained model, as the configuration makes it
     */
    default List<String> objectionsToImages(Model model, Task task) {
        return model instanceof NeuralModel neural ? neural.architecture().objectionsToImages(task) : List.of();
    }

    /**
     * Loads a model that a trainer of this source trained and {@link TrainedModel#save} wrote.
     *
     * @param model the untrained model, as the configuration makes it
     * @throws IOException if a file is missing or damaged, or holds another model
     */
    TrainedModel load(Path directory, Model model, Context context) throws IOException;
}
