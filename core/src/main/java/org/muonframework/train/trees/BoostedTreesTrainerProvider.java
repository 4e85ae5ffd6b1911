package org.muonframework.train.trees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;

/**
 * Trains gradient-boosted trees with XGBoost: {@code trainer { type = boosted-trees }}.
 *
 * <p>The classes get one booster (logistic loss for two, softmax for more); each target gets one of its own that
 * minimises the squared error of the target scaled to mean 0 and deviation 1. Boosters advance together, one round at a
 * time, and share the number of rounds.
 *
 * <p>The same seed, data and number of threads give the same model bit by bit, also after an interruption. One, two and
 * three threads give the same model in the tests where the environment has {@code OMP_NUM_THREADS=1}, as the launcher
 * sets it; with another value they do not, as each thread sums a part of the rows.
 */
public final class BoostedTreesTrainerProvider implements TrainerProvider<BoostedTreesSettings> {

    @Override
    public String name() {
        return "boosted-trees";
    }

    @Override
    public String description() {
        return "gradient-boosted decision trees by XGBoost, with event weights and early stopping";
    }

    @Override
    public Class<BoostedTreesSettings> settings() {
        return BoostedTreesSettings.class;
    }

    @Override
    public Trainer create(BoostedTreesSettings settings, Context context) {
        return new BoostedTreesTrainer(settings, context, Schedule.STANDARD);
    }

    @Override
    @SuppressWarnings("try") // Closing is all that the resource is for.
    public TrainedModel load(Path directory, Model model, Context context) throws IOException {
        try (ContextLoader loader = new ContextLoader()) {
            return BoostedTrees.load(directory, model, context.threads());
        }
    }

    /** Loads the native library. */
    @Override
    public Optional<String> selfTest() {
        return Optional.of(NativeLibrary.load());
    }
}
