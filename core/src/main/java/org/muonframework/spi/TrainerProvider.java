package org.muonframework.spi;

import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/** Makes trainers: {@code trainer { type = NAME, … }}. */
public interface TrainerProvider<S extends Record> extends Provider<S> {

    /** Makes a trainer; loads nothing native until it trains. */
    Trainer create(S settings, Context context);

    /**
     * Loads a model that a trainer of this provider trained and {@link TrainedModel#save} wrote.
     *
     * @param model the untrained model, made again of the same configuration: what cannot be saved, such as the code of a
     *     loss, comes from there
     * @throws IOException if a file is missing or damaged, or holds another model
     */
    TrainedModel load(Path directory, Model model, Context context) throws IOException;
}
