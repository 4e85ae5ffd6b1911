package org.muonframework.calorimeter.model;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.calorimeter.loss.HuberisedLoss;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/** The part that all networks share: features, dense layers with swish, and one energy. */
final class Body {

    private final Task task;
    private final BodySettings settings;
    private final ArchitectureBuilder network;

    /**
     * For a task.
     *
     * @param model name of the model, for messages
     * @throws ConfigurationException unless there is one target and no class
     */
    Body(String model, Task task, BodySettings settings, ArchitectureBuilder network) {
        this.task = task;
        this.settings = settings;
        this.network = network;
        if (task.targets().size() != 1) {
            throw new ConfigurationException(
                    "targets",
                    "the model '" + model + "' has one target, the true energy, not "
                            + task.targets().size() + " " + task.targets());
        }
        if (task.classifies()) {
            throw new ConfigurationException(
                    "model",
                    "the model '" + model + "' tells no classes apart, but there are the classes " + task.classes());
        }
    }

    /** Adds the input of the features and gives its name back. */
    String features() {
        return network.input("features", task.features(), settings.standardise() ? Scaling.STANDARDISE : Scaling.NONE);
    }

    /** The finished network, whose dense layers read a node. */
    NeuralModel attach(String from) {
        List<Layer> layers = new ArrayList<>();
        for (int units : settings.hidden()) {
            layers.add(new Layer.Dense(units));
            layers.add(new Layer.Activation(ActivationFunction.SWISH));
        }
        layers.add(new Layer.Dense(1));
        Scaling.Fixed scaling = new Scaling.Fixed(settings.offset(), settings.scale());
        HuberisedLoss loss = new HuberisedLoss(settings.loss(), task.targets().get(0), scaling);
        network.output("energy", network.apply("body", layers, from), loss, 1, task.targets(), scaling);
        Architecture finished = network.build();
        return new NeuralModel(finished, MirrorSymmetries.of(finished));
    }
}
