package org.muonframework.train.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Model;

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
        Heads heads = new Heads(name(), context.task(), settings);
        ArchitectureBuilder network = Architecture.builder();
        String features = network.input("features", context.task().features(), heads.scaling());
        return heads.attach(network, network.apply("hidden", hidden(settings).layers(), features));
    }

    private static HiddenLayers hidden(MlpSettings settings) {
        return new HiddenLayers(settings.hidden(), settings.activation(), settings.batchNorm(), settings.dropout());
    }
}
