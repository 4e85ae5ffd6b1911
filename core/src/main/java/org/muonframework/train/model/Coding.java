package org.muonframework.train.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * The network of an autoencoder: features, a code of a few numbers, features given back.
 *
 * <p>It predicts {@code reconstruction_error}, the mean over the features of the squared difference on the network's scale,
 * which is also what it is trained to make small; {@code latent_1}, …, the code; and {@code reconstructed_<feature>}.
 */
final class Coding {

    private static final String INPUT = "features";
    private static final String CODE = "code";

    private final Task task;
    private final CodingSettings settings;
    private final ArchitectureBuilder network = Architecture.builder();
    private final String seen;

    /**
     * Up to the layer before the code.
     *
     * @param model name of the model, for messages
     * @throws ConfigurationException if there are no features
     */
    Coding(String model, Task task, CodingSettings settings) {
        this.task = task;
        this.settings = settings;
        if (task.features().isEmpty()) {
            throw new ConfigurationException("features", "the model '" + model + "' needs at least one feature");
        }
        network.input(INPUT, task.features(), settings.scaling().scaling());
        seen = network.apply("encoder", hidden(settings.hidden()), INPUT);
    }

    /** The network whose code is a plain dense layer. */
    NeuralModel plain() {
        String code = network.apply(CODE, new Layer.Dense(settings.latent()), seen);
        decode(code);
        network.output("latent", code, new Loss.Unjudged(), 1, latents(), Scaling.NONE);
        return built(code);
    }

    /**
     * The network whose code is random, around a mean and with a variance that are dense layers; both are linear, since a
     * ReLU would forbid means below 0 and deviations below 1.
     *
     * @param beta factor of the divergence
     * @param clamp largest size of the logarithm of a variance
     */
    NeuralModel variational(double beta, double clamp) {
        String mean = network.apply("mean", new Layer.Dense(settings.latent()), seen);
        String logarithm = network.apply("log-variance", new Layer.Dense(settings.latent()), seen);
        String code = network.apply(CODE, new Layer.Sample(clamp), mean, logarithm);
        String both = network.apply("mean-and-log-variance", new Layer.Concat(), mean, logarithm);
        decode(code);
        network.output("divergence", both, new Loss.KullbackLeibler(clamp), beta, latents(), Scaling.NONE);
        return built(code);
    }

    private void decode(String code) {
        List<Integer> reversed = new ArrayList<>(settings.hidden());
        Collections.reverse(reversed);
        List<Layer> layers = new ArrayList<>(hidden(reversed));
        layers.add(new Layer.Dense(task.features().size()));
        layers.add(new Layer.Activation(settings.scaling().last()));
        String restored = network.apply("decoder", layers, code);
        String error = network.apply("error", new Layer.SquaredDifference(), restored, INPUT);
        network.output("reconstruction", error, new Loss.OwnValue(), 1, List.of("reconstruction_error"), Scaling.NONE);
        List<String> names = task.features().stream()
                .map(feature -> "reconstructed_" + feature)
                .toList();
        network.output("restored", restored, new Loss.Unjudged(), 1, names, new Scaling.OfInput(INPUT));
    }

    private NeuralModel built(String code) {
        return new NeuralModel(network.build(), List.of(), Optional.of(code));
    }

    private List<String> latents() {
        return IntStream.rangeClosed(1, settings.latent())
                .mapToObj(k -> "latent_" + k)
                .toList();
    }

    private List<Layer> hidden(List<Integer> units) {
        return new HiddenLayers(units, settings.activation(), false, 0).layers();
    }
}
