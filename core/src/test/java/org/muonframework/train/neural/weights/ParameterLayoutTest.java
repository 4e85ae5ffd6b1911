package org.muonframework.train.neural.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.engine.Engines;
import org.muonframework.train.neural.engine.Network;
import org.muonframework.train.neural.engine.TrainableParameter;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.helpers.NOPLogger;

@DisplayName("The layout of a network's parameters")
class ParameterLayoutTest {

    private static final List<String> FEATURES = List.of("a", "b", "c");

    static Stream<Architecture> architectures() {
        return Stream.of(
                stack(new Layer.Dense(1)),
                stack(
                        new Layer.BatchNorm(),
                        new Layer.Dense(5),
                        new Layer.BatchNorm(),
                        new Layer.Activation(ActivationFunction.RELU),
                        new Layer.Dropout(0.1),
                        new Layer.Dense(4, false),
                        new Layer.Dense(1)),
                stack(new Layer.Reshape(Shape.of(1, 3)), new Layer.Dense(4), new Layer.Flatten(), new Layer.Dense(1)),
                deep(101),
                cascade(),
                stack(
                        new Layer.Reshape(Shape.of(1, 3)),
                        new Layer.Convolution(4, List.of(3), List.of(1), List.of(1), true),
                        new Layer.SqueezeExcite(2),
                        new Layer.BatchNorm(),
                        new Layer.Convolution(5, List.of(1), List.of(1), List.of(0), false),
                        new Layer.GlobalPool(Layer.PoolKind.MEAN),
                        new Layer.Dense(1)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    @DisplayName("has the names, shapes, order and first values that an engine has")
    void agreesWithTheEngine(Architecture architecture) {
        RandomStreams random = new RandomStreams(11);
        ParameterLayout layout = ParameterLayout.of(architecture);
        try (Network network =
                new Network(architecture, Engines.start(Optional.empty(), NOPLogger.NOP_LOGGER), random)) {
            assertThat(layout.initial(random))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(network.snapshot());
            assertThat(layout.entries().stream()
                            .filter(entry -> entry.kind().trainable())
                            .map(ParameterLayout.Entry::name))
                    .containsExactlyElementsOf(network.trainable().stream()
                            .map(TrainableParameter::name)
                            .toList());
            assertThat(layout.entries().stream()
                            .filter(entry -> entry.kind() == ParameterKind.WEIGHT)
                            .map(ParameterLayout.Entry::name))
                    .containsExactlyElementsOf(network.trainable().stream()
                            .filter(TrainableParameter::weight)
                            .map(TrainableParameter::name)
                            .toList());
        }
    }

    @Test
    void knowsNodesAndPositions() {
        ParameterLayout layout = ParameterLayout.of(
                stack(new Layer.Activation(ActivationFunction.TANH), new Layer.Dense(2), new Layer.Dense(1)));
        assertThat(layout.entries()).extracting(ParameterLayout.Entry::node).containsExactly(1, 1, 2, 2);
        assertThat(layout.entries()).extracting(ParameterLayout.Entry::position).containsExactly(0, 1, 2, 3);
        List<Tensor> initial = layout.initial(new RandomStreams(1));
        assertThat(initial.get(0).values())
                .isNotEqualTo(initial.get(2).values())
                .doesNotContain(0);
    }

    @Test
    void isRefusedWhereOnlyTheEngineKnowsIt() {
        Architecture other = stack(new Layer.LayerNorm(1e-3), new Layer.Dense(1));
        assertThatThrownBy(() -> ParameterLayout.of(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(other.nodes().get(0).name());
    }

    private static Architecture stack(Layer... layers) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", FEATURES, Scaling.STANDARDISE);
        network.output("class", network.apply("body", List.of(layers), x), new Loss.BinaryCrossEntropy());
        return network.build();
    }

    private static Architecture deep(int layers) {
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            all.add(new Layer.Dense(1));
        }
        return stack(all.toArray(Layer[]::new));
    }

    /** Two inputs and two heads, of which the second reads the first. */
    private static Architecture cascade() {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("x", FEATURES, Scaling.STANDARDISE);
        String y = network.input("y", List.of("d"), Scaling.NONE);
        String body = network.apply("body", List.of(new Layer.Dense(6), new Layer.BatchNorm()), x);
        String first = network.apply("first", new Layer.Dense(1), body);
        String both = network.apply("both", new Layer.Concat(), body, first, y);
        String second = network.apply("second", List.of(new Layer.BatchNorm(), new Layer.Dense(1)), both);
        network.output("class", first, new Loss.BinaryCrossEntropy());
        network.output("t", second, new Loss.MeanSquaredError(), 1, List.of("t"), Scaling.NONE);
        return network.build();
    }
}
