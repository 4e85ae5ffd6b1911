package org.muonframework.train.model;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.model.Shape;

/**
 * The model {@code lstm}: reads the features one after the other, in the order of the analysis, each a step of a long
 * short-term memory (Hochreiter and Schmidhuber, Neural Computation 9 (1997) 1735), and decides by its last state.
 */
public final class LstmProvider implements ModelProvider<LstmSettings> {

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public String description() {
        return "A recurrent network over the features as a sequence; classifies, regresses or does both.";
    }

    @Override
    public Class<LstmSettings> settings() {
        return LstmSettings.class;
    }

    @Override
    public Model create(LstmSettings settings, ModelContext context) {
        Heads heads = new Heads(name(), context.task(), settings);
        List<String> features = context.task().features();
        ArchitectureBuilder network = Architecture.builder();
        String sequence = network.input("features", Shape.of(features.size(), 1), features, heads.scaling());
        String state = network.apply(
                "memory", new Layer.Recurrent(Layer.RecurrentKind.LSTM, settings.units(), false), sequence);
        return heads.attach(network, network.apply("hidden", hidden(settings), state));
    }

    private static List<Layer> hidden(LstmSettings settings) {
        List<Layer> layers = new ArrayList<>(dropout(settings));
        for (int units : settings.hidden()) {
            layers.add(new Layer.Dense(units));
            layers.add(new Layer.Activation(ActivationFunction.RELU));
            layers.addAll(dropout(settings));
        }
        return layers;
    }

    private static List<Layer> dropout(LstmSettings settings) {
        return settings.dropout() > 0 ? List.of(new Layer.Dropout(settings.dropout())) : List.of();
    }
}
