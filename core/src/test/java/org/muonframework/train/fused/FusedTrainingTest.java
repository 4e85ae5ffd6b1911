package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
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

    private static final RandomStreams RANDOM = new RandomStreams(5);
    /** Its memory after one step is the negative gradient. */
    private static final OptimizerSettings DESCENT =
            new OptimizerSettings(OptimizerSettings.Type.SGD, 1, 0.9, 0.999, 1e-7, 0, 0);

    private static final Move FIRST = new Move(1, 1, 0);

    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void givesLossAndGradientOfAnyNetwork(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = RandomNetworks.architecture(random);
        int count = random.nextInt(2, 300);
        float[][] rows = RandomNetworks.rows(architecture, count, random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);
        KernelSet kernels = random.nextInt(3) == 0 ? KernelSet.plain() : KernelSet.vector();

        NaiveNetwork naive = new NaiveNetwork(architecture, parameters);
        naive.evaluate(rows, RANDOM, 1, 2);
        try (FusedTraining training = training(architecture, count + random.nextInt(300), 2, kernels)) {
            training.restore(parameters);
            StepResult result = step(training, rows);

            assertThat(result.made()).isTrue();
            for (int i = 0; i < naive.losses().size(); i++) {
                double loss = naive.losses().get(i);
                assertThat(result.losses()[i] / result.weight()).isCloseTo(loss, within(1e-5 * (Math.abs(loss) + 0.1)));
            }
            Map<String, float[]> steps = byName(training.optimizerState());
            assertThat(steps.keySet().stream().map(name -> name.substring(5))).containsAll(naive.gradients().keySet());
            naive.gradients()
                    .forEach((name, gradient) -> assertClose(name, steps.get("step/" + name), negative(gradient)));
            byName(training.snapshot()).forEach((name, values) -> {
                if (name.contains("running") && leadsToLoss(naive, name)) {
                    assertClose(name, values, naive.parameters().get(name));
                }
            });
        }
    }

    @Property(tries = 6, seed = "2", shrinking = ShrinkingMode.OFF)
    void givesTheSameBitsForAnyNumberOfThreads(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Architecture architecture = RandomNetworks.architecture(random);
        float[][] rows = RandomNetworks.rows(architecture, 1300 + random.nextInt(200), random);
        List<Tensor> parameters = RandomNetworks.parameters(architecture, random);

        Map<String, float[]> alone = twoSteps(architecture, parameters, rows, 1);
        for (int threads : new int[] {2, 3, 5}) {
            Map<String, float[]> shared = twoSteps(architecture, parameters, rows, threads);
            alone.forEach((name, values) ->
                    assertThat(shared.get(name)).as("%s of %d threads", name, threads).containsExactly(values));
        }
    }

    private static Map<String, float[]> twoSteps(
            Architecture architecture, List<Tensor> parameters, float[][] rows, int threads) {
        try (FusedTraining training = training(architecture, rows.length, threads, KernelSet.vector())) {
            training.restore(parameters);
            for (int i = 0; i < 2; i++) {
                step(training, rows);
            }
            return byName(training.snapshot());
        }
    }

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
            byName(free.optimizerState()).forEach((name, values) -> assertClose(
                    name, steps.get(name), range(values, value -> value * scale)));
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
        String wide = builder.apply(
                "wide", List.of(new Layer.Dense(9), new Layer.BatchNorm(), new Layer.Dropout(0.2)), x);
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

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] range(float[] values, DoubleUnaryOperator function) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> function.applyAsDouble(values[i]))
                .toArray();
    }

    private static void assertSame(List<Tensor> tensors, List<Tensor> expected) {
        Map<String, float[]> values = byName(tensors);
        byName(expected).forEach(
                (name, numbers) -> assertThat(values.get(name)).as(name).containsExactly(numbers));
    }

    private static OptimizerSettings adam(OptimizerSettings.Type type) {
        return new OptimizerSettings(type, 0.01, 0.9, 0.999, 1e-7, 0, 0.5);
    }

    /** A normalisation that no loss depends on has no gradient, and need not be computed. */
    private static boolean leadsToLoss(NaiveNetwork naive, String running) {
        String gamma = running.replaceFirst("running.*", "gamma");
        return Arrays.stream(naive.gradients().get(gamma)).anyMatch(g -> g != 0);
    }

    /** To rounding, whose size follows from the largest of the numbers: the small ones are differences of such. */
    private static void assertClose(String name, float[] values, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) values[i])
                    .as("%s[%d]", name, i)
                    .isCloseTo(expected[i], within(1e-3 * largest + 1e-5));
        }
    }

    private static FusedTraining training(Architecture architecture, int batchRows, int threads, KernelSet kernels) {
        FusedTraining.Options options = new FusedTraining.Options(batchRows, threads, DESCENT, 0, Optional.empty());
        return new FusedTraining(architecture, new TestLosses(architecture), options, kernels, RANDOM);
    }

    private static FusedTraining training(
            Architecture architecture, int batchRows, OptimizerSettings settings, double l2) {
        FusedTraining.Options options = new FusedTraining.Options(batchRows, 2, settings, l2, Optional.empty());
        return new FusedTraining(architecture, new TestLosses(architecture), options, KernelSet.vector(), RANDOM);
    }

    private static FusedTraining clipped(Architecture architecture, double longest) {
        FusedTraining.Options options = new FusedTraining.Options(300, 2, DESCENT, 0, Optional.of(longest));
        return new FusedTraining(architecture, new TestLosses(architecture), options, KernelSet.vector(), RANDOM);
    }

    private static StepResult step(FusedTraining training, float[][] rows) {
        return step(training, rows, FIRST);
    }

    /** A step with all rows, found through an order that begins elsewhere and turns them round twice. */
    private static StepResult step(FusedTraining training, float[][] rows, Move move) {
        int[] order = new int[rows.length + 3];
        for (int i = 0; i < rows.length; i++) {
            order[i + 3] = rows.length - 1 - i;
        }
        return training.step(
                (row, column, count, target, at) ->
                        System.arraycopy(rows[rows.length - 1 - row], column, target, at, count),
                order,
                3,
                order.length,
                1,
                2,
                move);
    }

    private static Map<String, float[]> byName(List<Tensor> tensors) {
        Map<String, float[]> values = new TreeMap<>();
        tensors.forEach(tensor -> values.put(tensor.name(), tensor.values()));
        return values;
    }
}
