package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.train.neural.store.Tensor;

/** A folded network is shorter and scores the same, in double precision but for the rounding of its parameters. */
class FoldedNetworkTest {

    private static final Layer NORM = new Layer.BatchNorm(1e-3, 0.9);
    private static final Layer RELU = new Layer.Activation(ActivationFunction.RELU);
    private static final Layer DROPOUT = new Layer.Dropout(0.3);

    @Test
    void hasNothingButDenseLayersAndFunctionsLeftOfAnOrdinaryNetwork() {
        assertThat(foldedLayers(body(
                        NORM, dense(7), RELU, NORM, DROPOUT, dense(5), NORM, RELU, DROPOUT, dense(4), DROPOUT, NORM)))
                .containsExactly(dense(7), RELU, dense(5), RELU, dense(4), dense(2));
    }

    @Test
    void getsABiasWhereALayerHadNone() {
        assertThat(foldedLayers(body(new Layer.Dense(3, false), NORM, RELU))).containsExactly(dense(3), RELU, dense(2));
    }

    @Test
    void keepsANormalisationBetweenOtherLayers() {
        assertThat(foldedLayers(body(NORM, RELU, dense(3)))).containsExactly(NORM, RELU, dense(3), dense(2));
    }

    @Test
    void keepsANormalisationThatSeveralRead() {
        Architecture architecture = network((builder, x) -> {
            String norm = builder.apply("norm", NORM, x);
            String left = builder.apply("left", dense(3), norm);
            return builder.apply("both", new Layer.Concat(), left, norm);
        });

        assertThat(foldedLayers(architecture)).contains(NORM);
    }

    @Test
    void keepsANormalisationBehindADenseLayerThatOthersReadToo() {
        Architecture architecture = network((builder, x) -> {
            String dense = builder.apply("dense", dense(3), x);
            return builder.apply("both", new Layer.Concat(), builder.apply("norm", NORM, dense), dense);
        });

        assertThat(foldedLayers(architecture)).contains(NORM);
    }

    @Test
    void keepsItAlsoWhereDropoutStandsBetween() {
        Architecture architecture = network((builder, x) -> {
            String dense = builder.apply("dense", dense(3), x);
            String norm = builder.apply("norm", NORM, builder.apply("dropout", DROPOUT, dense));
            return builder.apply("both", new Layer.Concat(), norm, dense);
        });

        assertThat(foldedLayers(architecture)).contains(NORM);
    }

    @Test
    void foldsTheNormalisationOfAnOutput() {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b", "c"), Scaling.NONE);
        String y = builder.apply("norm", NORM, builder.apply("dense", dense(2), x));
        builder.output("y", y, new Loss.MeanSquaredError(), 1, List.of("d", "e"), Scaling.NONE);

        assertThat(foldedLayers(builder.build())).containsExactly(dense(2));
    }

    /** The layers of the folded network, which scores as the original does. */
    private static List<Layer> foldedLayers(Architecture architecture) {
        SplittableRandom random = new SplittableRandom(1);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        List<float[]> before =
                parameters.stream().map(tensor -> tensor.values().clone()).toList();
        float[][] rows = RandomNetworks.rows(architecture, 20, random);

        FoldedNetwork folded = FoldedNetwork.of(architecture, parameters);

        double[] expected = scores(architecture, parameters, rows);
        double[] scores = scores(folded.architecture(), folded.parameters(), rows);
        for (int i = 0; i < expected.length; i++) {
            assertThat(scores[i]).isCloseTo(expected[i], within(1e-5));
        }
        for (int i = 0; i < before.size(); i++) {
            assertThat(parameters.get(i).values()).as("what was given").containsExactly(before.get(i));
        }
        return folded.architecture().nodes().stream()
                .map(Architecture.Node::layer)
                .toList();
    }

    private static double[] scores(Architecture architecture, List<Tensor> parameters, float[][] rows) {
        return new NaiveNetwork(architecture, parameters)
                .score(rows).stream()
                        .flatMap(Stream::of)
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
    }

    private static Architecture body(Layer... layers) {
        return network((builder, x) -> builder.apply("body", List.of(layers), x));
    }

    /** What stands between input and output. */
    @FunctionalInterface
    private interface Body {
        String add(ArchitectureBuilder builder, String x);
    }

    private static Architecture network(Body body) {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b", "c"), Scaling.NONE);
        String last = builder.apply("last", dense(2), body.add(builder, x));
        builder.output("y", last, new Loss.CategoricalCrossEntropy(), 1, List.of(), Scaling.NONE);
        return builder.build();
    }

    private static Layer dense(int units) {
        return new Layer.Dense(units);
    }
}
