package org.muonframework.train.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.problem.Problem;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.slf4j.helpers.NOPLogger;

/** The network is y = w·x + b; its loss ½ Σ y² has the gradients Σ y x and Σ y. */
@DisplayName("An optimiser")
class OptimizerTest {

    private static final double RATE = 0.02;
    private static final double L2 = 0.3;
    private static final double DECAY = 0.1;
    private static final double CLIP = 0.9;

    private final float[][] x = {{1, 2}, {-1, 0.5f}, {0.3f, -2}};

    @ParameterizedTest
    @EnumSource(OptimizerSettings.Type.class)
    void makesTheStepsOfItsFormulas(OptimizerSettings.Type type) {
        OptimizerSettings settings = new OptimizerSettings(
                type, RATE, 0.8, 0.99, 1e-3, 0.7, type == OptimizerSettings.Type.ADAMW ? DECAY : 0);
        try (Network network = network()) {
            double[] w = widen(network);
            double[] first = new double[3];
            double[] second = new double[3];
            Optimizer optimizer = Optimizer.of(settings, L2, network);
            for (int step = 1; step <= 10; step++) {
                backward(network);
                double scale = new GradientNorm(CLIP).scale(network, network.trainable());
                optimizer.step(step, RATE, settings.usualMomentum(), scale);
                reference(type, w, first, second, step);
                assertThat(widen(network)).containsExactly(w, within(2e-6));
            }
        }
    }

    private void reference(OptimizerSettings.Type type, double[] w, double[] first, double[] second, int step) {
        double[] gradient = gradient(w);
        double norm = Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2]);
        double clip = Math.min(1, CLIP / norm);
        for (int i = 0; i < 3; i++) {
            boolean weight = i < 2;
            if (type == OptimizerSettings.Type.ADAMW && weight) {
                w[i] -= RATE * DECAY * w[i];
            }
            double g = gradient[i] * clip + (weight ? L2 * w[i] : 0);
            if (type == OptimizerSettings.Type.SGD) {
                first[i] = 0.7 * first[i] - RATE * g;
                w[i] += first[i];
            } else {
                first[i] = 0.8 * first[i] + 0.2 * g;
                second[i] = 0.99 * second[i] + 0.01 * g * g;
                double corrected = RATE * Math.sqrt(1 - Math.pow(0.99, step)) / (1 - Math.pow(0.8, step));
                w[i] -= corrected * first[i] / (Math.sqrt(second[i]) + 1e-3);
            }
        }
    }

    private double[] gradient(double[] w) {
        double[] gradient = new double[3];
        for (float[] row : x) {
            double y = w[0] * row[0] + w[1] * row[1] + w[2];
            gradient[0] += y * row[0];
            gradient[1] += y * row[1];
            gradient[2] += y;
        }
        return gradient;
    }

    private void backward(Network network) {
        try (NDManager batch = network.newBatch();
                GradientCollector collector = network.record()) {
            NDArray input =
                    batch.create(new float[] {x[0][0], x[0][1], x[1][0], x[1][1], x[2][0], x[2][1]}, new Shape(3, 2));
            NDArray y = network.forward(new NDList(input), true).head();
            collector.backward(y.square().sum().mul(0.5f));
        }
    }

    private static double[] widen(Network network) {
        float[] weights = network.snapshot().get(0).values();
        return new double[] {weights[0], weights[1], network.snapshot().get(1).values()[0]};
    }

    private static Network network() {
        ArchitectureBuilder builder = Architecture.builder();
        builder.input("x", List.of("a", "b"), Scaling.NONE);
        builder.apply("line", new Layer.Dense(1), "x");
        builder.output("y", "line", new Loss.MeanSquaredError(), 1, List.of("t"), Scaling.NONE);
        return new Network(
                builder.build(), Engines.start(Optional.empty(), NOPLogger.NOP_LOGGER), new RandomStreams(1));
    }

    @Test
    void refusesTheKeysOfOtherTypes() {
        Problems problems = new Problems();
        ConfigObject section = ConfigFactory.parseString("it { weight-decay = 0.1, momentum = 0.9, beta1 = 0.8 }")
                .getObject("it");
        assertThat(new SettingsBinder().bind(section, "it", OptimizerSettings.class, Set.of(), problems))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "'it.momentum' is for the type sgd, and the type is adam",
                        "'it.weight-decay' is for the type adamw, and the type is adam");
    }
}
