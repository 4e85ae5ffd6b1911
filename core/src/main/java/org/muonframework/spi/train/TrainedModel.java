package org.muonframework.spi.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.muonframework.spi.model.Task;

/** A model that predicts; holds native memory until closed. Not for use by several threads at once. */
public interface TrainedModel extends AutoCloseable {

    /** The features it needs, in order, and what it predicts. */
    Task task();

    /**
     * Predicts all rows.
     *
     * @param features columns in the order of {@link Task#features()}, unscaled
     * @return {@code [p][row]} in the order of {@link Task#predictions()}: probabilities for scores, the targets' own
     *     units for targets
     */
    float[][] predict(Features features);

    /** How the training went; of a loaded model, as it was saved. */
    History history();

    /** Number of trainable parameters, where that means something. */
    default OptionalLong parameters() {
        return OptionalLong.empty();
    }

    /** How its settings were chosen, where that was part of the training; of a loaded model, as it was saved. */
    default List<Search> searches() {
        return List.of();
    }

    /** How much each feature did for the fit, where the model can tell; of a loaded model, as it was saved. */
    default List<FeatureGains> featureGains() {
        return List.of();
    }

    /** Makes rows from what it has learned, where it can. */
    default Optional<RowGenerator> generator() {
        return Optional.empty();
    }

    /** The models whose mean it is, where it is one; of a loaded model, as it was saved. */
    default List<Ensemble> ensembles() {
        return List.of();
    }

    /**
     * Writes everything needed to predict again into an existing empty directory.
     *
     * @throws IOException if a file cannot be written
     */
    void save(Path directory) throws IOException;

    @Override
    void close();
}
