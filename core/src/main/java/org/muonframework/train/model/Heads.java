package org.muonframework.train.model;

import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/** The edges of a network that classifies, regresses or does both: the scale of its columns, and a head for each. */
final class Heads {

    private final Task task;
    private final HeadSettings settings;

    /**
     * For a task.
     *
     * @param model name of the model, for messages
     * @throws ConfigurationException if there is nothing to learn, or nothing to learn it from
     */
    Heads(String model, Task task, HeadSettings settings) {
        this.task = task;
        this.settings = settings;
        if (task.features().isEmpty()) {
            throw new ConfigurationException("features", "the model '" + model + "' needs at least one feature");
        }
        if (!task.classifies() && !task.regresses()) {
            throw new ConfigurationException(
                    "model", "the model '" + model + "' has neither classes nor targets to learn");
        }
        if (task.classes().size() == 1) {
            throw new ConfigurationException(
                    "dataset", "the only class is '" + task.classes().get(0) + "'; telling apart needs two");
        }
    }

    /** How features are scaled. */
    Scaling scaling() {
        return scaling(settings.standardise());
    }

    private static Scaling scaling(boolean standardise) {
        return standardise ? Scaling.STANDARDISE : Scaling.NONE;
    }

    /**
     * The finished network.
     *
     * @param body name of the node that the heads read
     */
    NeuralModel attach(ArchitectureBuilder network, String body) {
        if (task.classifies()) {
            classify(network, body);
        }
        if (task.regresses()) {
            regress(network, body);
        }
        return new NeuralModel(network.build());
    }

    /**
     * Adds the head that tells the classes apart.
     *
     * @param body name of the node that it reads
     * @return name of its node: the scores before sigmoid or softmax, one for two classes, else one a class
     */
    String classify(ArchitectureBuilder network, String body) {
        int classes = task.classes().size();
        Loss loss = classes == 2 ? new Loss.BinaryCrossEntropy() : new Loss.CategoricalCrossEntropy();
        String head = network.apply("class-head", new Layer.Dense(classes == 2 ? 1 : classes), body);
        network.output("class", head, loss);
        return head;
    }

    /**
     * Adds the head that regresses the targets.
     *
     * @param body name of the node that it reads
     */
    void regress(ArchitectureBuilder network, String body) {
        String head =
                network.apply("target-head", new Layer.Dense(task.targets().size()), body);
        double weight = task.classifies() ? settings.targetLossWeight() : 1;
        Loss loss = settings.loss().loss(settings.huberDelta());
        network.output("target", head, loss, weight, task.targets(), scaling(settings.standardiseTargets()));
    }
}
