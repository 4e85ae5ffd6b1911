package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.muonframework.train.fused.TrainingSteps.DESCENT;
import static org.muonframework.train.fused.TrainingSteps.RANDOM;
import static org.muonframework.train.fused.TrainingSteps.assertClose;
import static org.muonframework.train.fused.TrainingSteps.assertSame;
import static org.muonframework.train.fused.TrainingSteps.byName;
import static org.muonframework.train.fused.TrainingSteps.clipped;
import static org.muonframework.train.fused.TrainingSteps.negative;
import static org.muonframework.train.fused.TrainingSteps.step;
import static org.muonframework.train.fused.TrainingSteps.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.train.fused.kernel.KernelSet;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

class FusedTrainingTest {

    @Test
    void normalisesColumnsThatAreFarFromZero() {
        Architecture architecture = network(new Layer.BatchNorm(1e-9, 0.9), new Layer.Dense(1));
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 700, random);
        for (float[] row : rows) {
            row[0] += 10_000;
        }
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        NaiveNetwork naive = new NaiveNetwork(architecture, parameters);
        naive.evaluate(rows, RANDOM, 1, 2);

        try (FusedTraining training = training(architecture, 700, 2, KernelSet.vector())) {
            training.restore(parameters);
            step(training, rows);

            float[] variance = byName(training.snapshot()).get("01body-1_01norm_runningVar");
            double[] expected = naive.parameters().get("01body-1_01norm_runningVar");
            assertThat((double) variance[0]).isCloseTo(expected[0], withinPercentage(1e-3));
            assertClose(
                    "gradient",
                    byName(training.optimizerState()).get("step/02body-2_weight"),
                    negative(naive.gradients().get("02body-2_weight")));
        }
    }

    @Test
    void changesNothingWhereTheLossIsNotFiniteAndGoesOnAsIfNothingHadBeen() {
        Architecture architecture = branched();
        SplittableRandom random = new SplittableRandom(1);
        float[][] good = RandomNetworks.rows(architecture, 300, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[][] rows = Arrays.stream(good).map(float[]::clone).toArray(float[][]::new);
            rows[0][0] = bad;
            try (FusedTraining disturbed = clipped(architecture, 1e-3);
                    FusedTraining calm = clipped(architecture, 1e-3)) {
                calm.restore(parameters);
                disturbed.restore(parameters);

                StepResult result = step(disturbed, rows);
                assertThat(result.finite()).isFalse();
                assertThat(result.made()).isFalse();
                assertSame(disturbed.snapshot(), calm.snapshot());

                step(disturbed, good);
                step(calm, good);
                assertSame(disturbed.snapshot(), calm.snapshot());
            }
        }
    }

    @Test
    void changesNothingWithABatchWithoutWeight() {
        Architecture architecture = branched();
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 300, random);
        for (float[] row : rows) {
            row[row.length - 1] = 0;
        }
        try (FusedTraining training = clipped(architecture, 1)) {
            List<Tensor> before = training.snapshot();

            StepResult result = step(training, rows);

            assertThat(result.made()).isFalse();
            assertThat(result.finite()).isTrue();
            assertThat(result.weight()).isZero();
            assertSame(training.snapshot(), before);
        }
    }

    @Test
    void shortensAGradientThatIsTooLongAndLeavesOthers() {
        Architecture architecture = branched();
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 300, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        try (FusedTraining free = training(architecture, 300, 2, KernelSet.vector());
                FusedTraining close = clipped(architecture, 0.01);
                FusedTraining wide = clipped(architecture, 1e6)) {
            for (FusedTraining training : List.of(free, close, wide)) {
                training.restore(parameters);
                step(training, rows);
            }

            double length = length(free.optimizerState());
            assertThat(length).isGreaterThan(0.01);
            assertThat(length(close.optimizerState())).isCloseTo(0.01, withinPercentage(1e-3));
            assertSame(wide.optimizerState(), free.optimizerState());
            double scale = 0.01 / length;
            Map<String, float[]> steps = byName(close.optimizerState());
            byName(free.optimizerState())
                    .forEach((name, values) ->
                            assertClose(name, steps.get(name), range(values, value -> value * scale)));
        }
    }

    @Test
    void addsThePenaltyToTheGradientOfWeightsOnly() {
        Architecture architecture = branched();
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 300, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        try (FusedTraining free = training(architecture, 300, 2, KernelSet.vector());
                FusedTraining bound = training(architecture, 300, DESCENT, 0.25)) {
            free.restore(parameters);
            bound.restore(parameters);
            step(free, rows);
            step(bound, rows);

            Map<String, float[]> without = byName(free.optimizerState());
            Map<String, float[]> with = byName(bound.optimizerState());
            byName(parameters).forEach((name, values) -> {
                if (!name.contains("running")) {
                    double factor = name.endsWith("weight") ? 0.25 : 0;
                    float[] before = without.get("step/" + name);
                    for (int i = 0; i < values.length; i++) {
                        assertThat((double) with.get("step/" + name)[i])
                                .as(name)
                                .isCloseTo(before[i] - factor * values[i], within(1e-6));
                    }
                }
            });
        }
    }

    @Test
    void letsOnlyWeightsDecay() {
        Architecture architecture = branched();
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 300, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        try (FusedTraining adam = training(architecture, 300, adam(OptimizerSettings.Type.ADAM), 0);
                FusedTraining adamw = training(architecture, 300, adam(OptimizerSettings.Type.ADAMW), 0)) {
            adam.restore(parameters);
            adamw.restore(parameters);
            step(adam, rows, new Move(1, 0.01, 0.9));
            step(adamw, rows, new Move(1, 0.01, 0.9));

            assertSame(adamw.optimizerState(), adam.optimizerState());
            Map<String, float[]> without = byName(adam.snapshot());
            Map<String, float[]> with = byName(adamw.snapshot());
            byName(parameters).forEach((name, values) -> {
                double factor = name.endsWith("weight") ? 0.01 * 0.5 : 0;
                for (int i = 0; i < values.length; i++) {
                    assertThat((double) with.get(name)[i])
                            .as(name)
                            .isCloseTo(without.get(name)[i] - factor * values[i], within(3e-7));
                }
            });
        }
    }

    @Test
    void addsUpWhatItWasJudgedBy() {
        Architecture architecture = network(new Layer.Dense(1));
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = RandomNetworks.rows(architecture, 300, random);
        try (FusedTraining training = training(architecture, 300, 2, KernelSet.plain())) {
            float[] weight = byName(training.snapshot()).get("01body-1_weight");
            double total = 0;
            double correct = 0;
            for (float[] row : rows) {
                total += row[row.length - 1];
                correct += row[0] * weight[0] + row[1] * weight[1] + row[2] * weight[2] > 0 ? row[row.length - 1] : 0;
            }

            StepResult result = step(training, rows);

            assertThat(result.weight()).isCloseTo(total, withinPercentage(1e-6));
            assertThat(result.correct()[0]).isCloseTo(correct, withinPercentage(1e-6));
        }
    }

    @Test
    void refusesTensorsOfAnotherNetwork() {
        Architecture other = network(new Layer.Dense(2), new Layer.Dense(1));
        try (FusedTraining training = training(network(new Layer.Dense(1)), 10, 1, KernelSet.plain())) {
            List<Tensor> foreign = RandomNetworks.parameters(other, new SplittableRandom(1));

            assertThatThrownBy(() -> training.restore(foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tensor '01body-1_weight' has the shape [2, 3], not [1, 3]");
        }
    }

    /** Three features to one score. */
    private static Architecture network(Layer... layers) {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b", "c"), Scaling.NONE);
        return builder.output("y", builder.apply("body", List.of(layers), x), new Loss.BinaryCrossEntropy())
                .build();
    }

    /** A network with all that a step has to do, in which functions work in the room of a concatenation. */
    private static Architecture branched() {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b", "c"), Scaling.NONE);
        String wide =
                builder.apply("wide", List.of(new Layer.Dense(9), new Layer.BatchNorm(), new Layer.Dropout(0.2)), x);
        String both = builder.apply("both", new Layer.Concat(), wide, x);
        String bent = builder.apply("bent", new Layer.Activation(ActivationFunction.SIGMOID), both);
        String end = builder.apply("end", new Layer.Dense(5), bent);
        String curved = builder.apply("curved", new Layer.Activation(ActivationFunction.TANH), end);
        builder.output("y", curved, new Loss.MeanSquaredError(), 1, List.of("p", "q", "r", "s", "t"), Scaling.NONE);
        builder.output("z", curved, new TestLosses.SquaredMean());
        return builder.build();
    }

    private static double length(List<Tensor> tensors) {
        double squares = 0;
        for (Tensor tensor : tensors) {
            for (float value : tensor.values()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    private static double[] range(float[] values, DoubleUnaryOperator function) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> function.applyAsDouble(values[i]))
                .toArray();
    }

    private static OptimizerSettings adam(OptimizerSettings.Type type) {
        return new OptimizerSettings(type, 0.01, 0.9, 0.999, 1e-7, 0, 0.5);
    }
}
