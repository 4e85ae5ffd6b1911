package org.muonframework.train.model;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/** The model {@code mlp}: hidden layers shared by one head for the classes and one for the targets. */
public final class MlpProvider implements ModelProvider<MlpSettings> {

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String description() {
        return "A multilayer perceptron that classifies, regresses or does both.";
    }

    @Override
    public Class<MlpSettings> settings() {
        return MlpSettings.class;
    }

    @Override
    public Model create(MlpSettings settings, ModelContext context) {
        Task task = context.task();
        check(task);
        Scaling scaling = settings.standardise() ? Scaling.STANDARDISE : Scaling.NONE;
        ArchitectureBuilder network = Architecture.builder();
        String features = network.input("features", task.features(), scaling);
        String body = network.apply("hidden", hidden(settings), features);
        if (task.classifies()) {
            int classes = task.classes().size();
            Loss loss = classes == 2 ? new Loss.BinaryCrossEntropy() : new Loss.CategoricalCrossEntropy();
            network.output(
                    "class", network.apply("class-head", new Layer.Dense(classes == 2 ? 1 : classes), body), loss);
        }
        if (task.regresses()) {
            String head =
                    network.apply("target-head", new Layer.Dense(task.targets().size()), body);
            double weight = task.classifies() ? settings.targetLossWeight() : 1;
            network.output("target", head, settings.regressionLoss(), weight, task.targets(), scaling);
        }
        return new NeuralModel(network.build());
    }

    private static List<Layer> hidden(MlpSettings settings) {
        List<Layer> layers = new ArrayList<>();
        for (int units : settings.hidden()) {
            layers.add(new Layer.Dense(units));
            if (settings.batchNorm()) {
                layers.add(new Layer.BatchNorm());
            }
            layers.add(new Layer.Activation(settings.activation()));
            if (settings.dropout() > 0) {
                layers.add(new Layer.Dropout(settings.dropout()));
            }
        }
        return layers;
    }

    private static void check(Task task) {
        if (task.features().isEmpty()) {
            throw new ConfigurationException("features", "the model 'mlp' needs at least one feature");
        }
        if (!task.classifies() && !task.regresses()) {
            throw new ConfigurationException("model", "the model 'mlp' has neither classes nor targets to learn");
        }
        if (task.classes().size() == 1) {
            throw new ConfigurationException(
                    "dataset", "the only class is '" + task.classes().get(0) + "'; telling apart needs two");
        }
    }
}
