package org.muonframework.darksector.model;

import java.util.ArrayList;
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
 * The model {@code punzi-net} (Abudinén et al., arXiv:2110.00810): dense layers of 8 and 4 units with tanh and one unit
 * with a sigmoid. A pretraining makes its binary cross-entropy small, the training after it the {@link PunziLoss}.
 *
 * <p>For n features it has 8 n + 49 trainable parameters: 81 for 4.
 */
public final class PunziNetProvider implements ModelProvider<PunziNetSettings> {

    @Override
    public String name() {
        return "punzi-net";
    }

    @Override
    public String description() {
        return "A small network trained for the smallest cross-section in reach, at all masses at once.";
    }

    @Override
    public Class<PunziNetSettings> settings() {
        return PunziNetSettings.class;
    }

    @Override
    public Model create(PunziNetSettings settings, ModelContext context) {
        Task task = context.task();
        check(task);
        ArchitectureBuilder network = Architecture.builder();
        Scaling scaling = settings.standardise() ? Scaling.STANDARDISE : Scaling.NONE;
        String features = network.input("features", task.features(), scaling);
        Loss loss = new Loss.Pretrained(new Loss.BinaryCrossEntropy(), new PunziLoss(settings.loss()));
        network.output("class", network.apply("body", layers(settings.hidden()), features), loss);
        return new NeuralModel(network.build());
    }

    private static List<Layer> layers(List<Integer> hidden) {
        List<Layer> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(new Layer.Dense(units));
            layers.add(new Layer.Activation(ActivationFunction.TANH));
        }
        layers.add(new Layer.Dense(1));
        return layers;
    }

    private static void check(Task task) {
        if (task.features().isEmpty()) {
            throw new ConfigurationException("features", "the model 'punzi-net' needs at least one feature");
        }
        if (task.classes().size() != 2) {
            throw new ConfigurationException(
                    "model",
                    "the model 'punzi-net' tells two classes apart, background and signal, not "
                            + task.classes().size() + " " + task.classes());
        }
        if (task.regresses()) {
            throw new ConfigurationException(
                    "targets", "the model 'punzi-net' regresses nothing, but there are the targets " + task.targets());
        }
    }
}
