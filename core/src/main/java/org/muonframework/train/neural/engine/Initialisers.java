package org.muonframework.train.neural.engine;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.train.neural.weights.InitialWeights;
import org.muonframework.train.neural.weights.ParameterKind;

/**
 * Gives the parameters of an engine their {@link InitialWeights}.
 *
 * <p>The gates of a recurrent layer count together in n<sub>out</sub>, and embeddings of positions are like weights.
 * The first bias of the forget gate of a long short-term memory is 1, so that it remembers from the start (Jozefowicz,
 * Zaremba and Sutskever, ICML 2015, section 2.2). An opaque block keeps the initialisers that its author chose.
 */
final class Initialisers {

    private Initialisers() {}

    /** Sets the initialisers of a network that is not initialised yet. */
    static void choose(Block network, Architecture architecture, RandomStreams random) {
        int position = 0;
        List<Block> children = network.getChildren().values();
        for (int node = 0; node < children.size(); node++) {
            Layer layer = architecture.nodes().get(node).layer();
            for (Parameter parameter : children.get(node).getParameters().values()) {
                if (!(layer instanceof Layer.Opaque)) {
                    choose(layer, parameter, random, position);
                }
                position++;
            }
        }
    }

    private static void choose(Layer layer, Parameter parameter, RandomStreams random, int position) {
        parameter.setInitializer((manager, shape, type) ->
                manager.create(values(layer, parameter, Tensors.sizes(shape), random, position), shape));
    }

    private static float[] values(
            Layer layer, Parameter parameter, List<Integer> shape, RandomStreams random, int position) {
        float[] values = InitialWeights.of(kind(parameter.getType()), shape, random, position);
        if (remembers(layer, parameter)) {
            Arrays.fill(values, values.length / 4, values.length / 2, 1);
        }
        return values;
    }

    private static ParameterKind kind(Parameter.Type type) {
        return switch (type) {
            case WEIGHT, OTHER -> ParameterKind.WEIGHT;
            case BIAS -> ParameterKind.BIAS;
            case GAMMA -> ParameterKind.GAMMA;
            case BETA -> ParameterKind.BETA;
            case RUNNING_MEAN -> ParameterKind.RUNNING_MEAN;
            case RUNNING_VAR -> ParameterKind.RUNNING_VAR;
        };
    }

    /** Whether the second quarter of a parameter is the first bias of a forget gate; gates are i, f, g, o. */
    private static boolean remembers(Layer layer, Parameter parameter) {
        return layer instanceof Layer.Recurrent recurrent
                && recurrent.kind() == Layer.RecurrentKind.LSTM
                && parameter.getName().endsWith("i2h_BIAS");
    }
}
