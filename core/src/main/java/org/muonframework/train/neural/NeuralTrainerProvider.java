package org.muonframework.train.neural;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.spi.Context;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.slf4j.LoggerFactory;

/** The trainer {@code neural}. */
public final class NeuralTrainerProvider implements TrainerProvider<NeuralSettings> {

    @Override
    public String name() {
        return "neural";
    }

    @Override
    public String description() {
        return "Fits a neural network by gradient descent: a dense or convolutional one in plain Java, any on an engine of the Deep"
                + " Java Library.";
    }

    @Override
    public Class<NeuralSettings> settings() {
        return NeuralSettings.class;
    }

    @Override
    public Trainer create(NeuralSettings settings, Context context) {
        return new NeuralTrainer(settings, context);
    }

    @Override
    public TrainedModel load(Path directory, Model model, Context context) throws IOException {
        if (!(model instanceof NeuralModel neural)) {
            throw new IOException(
                    directory + " holds a neural network, not a model of the family '" + model.family() + "'");
        }
        return TrainedNetwork.load(directory, neural, context);
    }

    /** Tries the fused path and starts the engine. */
    @Override
    public Optional<String> selfTest() {
        return Optional.of(TrainingPaths.selfTest(LoggerFactory.getLogger(NeuralTrainerProvider.class)));
    }
}
