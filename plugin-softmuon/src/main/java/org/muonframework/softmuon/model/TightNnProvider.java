package org.muonframework.softmuon.model;

import java.util.List;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * The model {@code tightnn}: dense layers of 64, 128, 64, 32, 8 units with ReLU and one unit with a sigmoid; the first
 * two are followed by batch normalisation (epsilon 1e-3, momentum 0.99) and dropout.
 *
 * <p>It has 19 377 + 64 n trainable parameters for n features: 20 465 for 17, 20 785 for 22. Features are brought to
 * mean 0 and standard deviation 1 over the training rows.
 */
public final class TightNnProvider implements ModelProvider<TightNnSettings> {

    private static final Layer RELU = new Layer.Activation(ActivationFunction.RELU);

    @Override
    public String name() {
        return "tightnn";
    }

    @Override
    public String description() {
        return "The soft-muon network: tells muons of heavy flavour from those of hadrons that decayed in flight.";
    }

    @Override
    public Class<TightNnSettings> settings() {
        return TightNnSettings.class;
    }

    @Override
    public Model create(TightNnSettings settings, ModelContext context) {
        Task task = context.task();
        check(task);
        ArchitectureBuilder network = Architecture.builder();
        String features = network.input("features", task.features(), Scaling.STANDARDISE);
        String score = network.apply("body", layers(settings.dropout()), features);
        network.output("class", score, new Loss.BinaryCrossEntropy());
        return new NeuralModel(network.build());
    }

    private static List<Layer> layers(double dropout) {
        return List.of(
                new Layer.Dense(64),
                RELU,
                new Layer.BatchNorm(),
                new Layer.Dropout(dropout),
                new Layer.Dense(128),
                RELU,
                new Layer.BatchNorm(),
                new Layer.Dropout(dropout),
                new Layer.Dense(64),
                RELU,
                new Layer.Dense(32),
                RELU,
                new Layer.Dense(8),
                RELU,
                new Layer.Dense(1));
    }

    private static void check(Task task) {
        if (task.features().isEmpty()) {
            throw new ConfigurationException("features", "the model 'tightnn' needs at least one feature");
        }
        if (task.classes().size() != 2) {
            throw new ConfigurationException(
                    "model",
                    "the model 'tightnn' tells two classes apart, signal and background, not "
                            + task.classes().size() + " " + task.classes());
        }
        if (task.regresses()) {
            throw new ConfigurationException(
                    "targets", "the model 'tightnn' regresses nothing, but there are the targets " + task.targets());
        }
    }
}
