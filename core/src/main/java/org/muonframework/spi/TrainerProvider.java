package org.muonframework.spi;

import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/** Makes trainers: {@code trainer { type = NAME, … }}. */
public interface TrainerProvider<S extends Record> extends Provider<S> {

    /** Makes a trainer; loads nothing native until it trains. */
    Trainer create(S settings, Context context);

    /**
     * Loads a model that a trainer of this provider trained and {@link TrainedModel#save} wrote.
     *
     * @throws IOException if a file is missing or damaged
     */
    TrainedModel load(Path directory, Context context) throws IOException;
}
