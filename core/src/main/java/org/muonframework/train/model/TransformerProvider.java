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
 * The model {@code transformer}: each feature is a token, its value times a learned vector plus a learned embedding of
 * its position. Blocks of self-attention and feed-forward layers follow, each x + f(norm(x)) (Xiong et al.,
 * arXiv:2002.04745, table 1, right), and the mean over all tokens decides.
 */
public final class TransformerProvider implements ModelProvider<TransformerSettings> {

    private static final Layer NORM = new Layer.LayerNorm(1e-5);

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public String description() {
        return "Self-attention over the features as tokens; classifies, regresses or does both.";
    }

    @Override
    public Class<TransformerSettings> settings() {
        return TransformerSettings.class;
    }

    @Override
    public Model create(TransformerSettings settings, ModelContext context) {
        Heads heads = new Heads(name(), context.task(), settings);
        List<String> features = context.task().features();
        ArchitectureBuilder network = Architecture.builder();
        String values = network.input("features", Shape.of(features.size(), 1), features, heads.scaling());
        String tokens = network.apply(
                "token", List.of(new Layer.Dense(settings.width(), false), new Layer.PositionEmbedding()), values);
        for (int block = 1; block <= settings.blocks(); block++) {
            String attention = "attention-" + block;
            tokens = residual(network, attention, List.of(new Layer.Attention(settings.heads())), settings, tokens);
            tokens = residual(network, "feed-forward-" + block, feedForward(settings), settings, tokens);
        }
        List<Layer> pool = List.of(NORM, new Layer.Transpose(), new Layer.GlobalPool(Layer.PoolKind.MEAN));
        return heads.attach(network, network.apply("mean", pool, tokens));
    }

    private static List<Layer> feedForward(TransformerSettings settings) {
        return List.of(
                new Layer.Dense(settings.feedForward()),
                new Layer.Activation(ActivationFunction.RELU),
                new Layer.Dense(settings.width()));
    }

    /** x + f(norm(x)). */
    private static String residual(
            ArchitectureBuilder network, String name, List<Layer> function, TransformerSettings settings, String x) {
        List<Layer> layers = new ArrayList<>(List.of(NORM));
        layers.addAll(function);
        if (settings.dropout() > 0) {
            layers.add(new Layer.Dropout(settings.dropout()));
        }
        return network.apply(name, new Layer.Add(), x, network.apply(name, layers, x));
    }
}
