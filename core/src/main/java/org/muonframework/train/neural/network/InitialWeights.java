package org.muonframework.train.neural.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;

/**
 * Gives parameters the same first values whatever the engine.
 *
 * <p>Weights are uniform in ±√(6 / (n<sub>in</sub> + n<sub>out</sub>)) (Glorot and Bengio, AISTATS 2010, equation 16).
 * The engines' layout is (out, in, kernel…), so n<sub>out</sub> is the first size and n<sub>in</sub> the second, each
 * times the kernel's volume; the gates of a recurrent layer count together in n<sub>out</sub>, and embeddings of
 * positions are like weights. Biases and shifts are 0, scales 1, running means 0, running variances 1. The first bias of
 * the forget gate of a long short-term memory is 1, so that it remembers from the start (Jozefowicz, Zaremba and
 * Sutskever, ICML 2015, section 2.2). The weight at position i of the network's parameters has the stream {@code
 * initial-weights} i. An opaque block keeps the initialisers that its author chose.
 */
final class InitialWeights {

    private static final String PURPOSE = "initial-weights";

    private InitialWeights() {}

    /** Sets the initialisers of a network that is not initialised yet. */
    static void choose(Block network, Architecture architecture, RandomStreams random) {
        int position = 0;
        List<Block> children = network.getChildren().values();
        for (int node = 0; node < children.size(); node++) {
            Layer layer = architecture.nodes().get(node).layer();
            for (Parameter parameter : children.get(node).getParameters().values()) {
                if (!(layer instanceof Layer.Opaque)) {
                    choose(layer, parameter, random.stream(PURPOSE, position));
                }
                position++;
            }
        }
    }

    private static void choose(Layer layer, Parameter parameter, RandomGenerator random) {
        parameter.setInitializer(
                (manager, shape, type) -> manager.create(values(layer, parameter, shape, random), shape));
    }

    private static float[] values(Layer layer, Parameter parameter, Shape shape, RandomGenerator random) {
        Parameter.Type type = parameter.getType();
        float[] values = new float[Math.toIntExact(shape.size())];
        if (type == Parameter.Type.WEIGHT || type == Parameter.Type.OTHER) {
            long volume = shape.slice(2).size();
            double limit = Math.sqrt(6.0 / ((shape.get(0) + shape.get(1)) * volume));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
            }
        } else if (type == Parameter.Type.GAMMA || type == Parameter.Type.RUNNING_VAR) {
            Arrays.fill(values, 1);
        } else if (remembers(layer, parameter)) {
            Arrays.fill(values, values.length / 4, values.length / 2, 1);
        }
        return values;
    }

    /** Whether the second quarter of a parameter is the first bias of a forget gate; gates are i, f, g, o. */
    private static boolean remembers(Layer layer, Parameter parameter) {
        return layer instanceof Layer.Recurrent recurrent
                && recurrent.kind() == Layer.RecurrentKind.LSTM
                && parameter.getName().endsWith("i2h_BIAS");
    }
}
