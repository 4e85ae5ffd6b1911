package org.muonframework.train.model;

import java.util.List;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * The model {@code cascade}: a tagger tells classes apart by the features; a regressor reads the features and the
 * tagger's scores before sigmoid or softmax. Both are trained together on the cross-entropy plus α times the loss of
 * the targets, whose gradient goes on through the scores into the tagger.
 */
public final class CascadeProvider implements ModelProvider<CascadeSettings> {

    @Override
    public String name() {
        return "cascade";
    }

    @Override
    public String description() {
        return "A tagger, and a regressor that reads the features and what the tagger says; trained together.";
    }

    @Override
    public Class<CascadeSettings> settings() {
        return CascadeSettings.class;
    }

    @Override
    public Model create(CascadeSettings settings, ModelContext context) {
        Task task = context.task();
        Heads heads = new Heads(name(), task, settings);
        if (!task.classifies() || !task.regresses()) {
            throw new ConfigurationException(
                    "model",
                    "the model 'cascade' needs classes and targets, and there are no "
                            + (task.classifies() ? "targets" : "classes")
                            + "; 'mlp' does with either");
        }
        ArchitectureBuilder network = Architecture.builder();
        String features = network.input("features", task.features(), heads.scaling());
        String scores = heads.classify(network, network.apply("tagger", hidden(settings.tagger(), settings), features));
        String both = network.apply("features-and-scores", new Layer.Concat(), features, scores);
        heads.regress(network, network.apply("regressor", hidden(settings.regressor(), settings), both));
        return new NeuralModel(network.build());
    }

    private static List<Layer> hidden(List<Integer> units, CascadeSettings settings) {
        return new HiddenLayers(units, settings.activation(), settings.batchNorm(), settings.dropout()).layers();
    }
}
