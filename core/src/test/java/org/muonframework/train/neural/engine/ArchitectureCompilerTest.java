package org.muonframework.train.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Layer.PoolKind;
import org.muonframework.spi.model.Layer.RecurrentKind;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.store.Tensor;

@DisplayName("A compiled layer")
class ArchitectureCompilerTest {

    private static final float TOLERANCE = 1e-5f;

    static Stream<Arguments> layers() {
        Shape flat = Shape.of(6);
        Shape sequence = Shape.of(5, 8);
        Shape image = Shape.of(4, 7, 6);
        Shape volume = Shape.of(3, 6, 5, 4);
        Layer opaque = new Layer.Opaque(
                "a linear map", () -> Linear.builder().setUnits(3).build(), Shape.of(3), 21);
        return Stream.of(
                Arguments.of(new Layer.Dense(5), List.of(flat)),
                Arguments.of(new Layer.Dense(5, false), List.of(sequence)),
                Arguments.of(new Layer.Activation(ActivationFunction.SWISH), List.of(image)),
                Arguments.of(new Layer.BatchNorm(), List.of(flat)),
                Arguments.of(new Layer.BatchNorm(), List.of(sequence)),
                Arguments.of(new Layer.BatchNorm(), List.of(image)),
                Arguments.of(new Layer.BatchNorm(), List.of(volume)),
                Arguments.of(new Layer.LayerNorm(1e-5), List.of(flat)),
                Arguments.of(new Layer.LayerNorm(1e-5), List.of(sequence)),
                Arguments.of(new Layer.Dropout(0.3), List.of(flat)),
                Arguments.of(new Layer.Flatten(), List.of(volume)),
                Arguments.of(new Layer.Reshape(Shape.of(2, 3)), List.of(flat)),
                Arguments.of(new Layer.Convolution(2, List.of(3), List.of(2), List.of(1), true), List.of(sequence)),
                Arguments.of(
                        new Layer.Convolution(5, List.of(3, 2), List.of(2, 1), List.of(1, 0), true), List.of(image)),
                Arguments.of(
                        new Layer.Convolution(2, List.of(3, 3, 1), List.of(1, 2, 1), List.of(1, 1, 0), false),
                        List.of(volume)),
                Arguments.of(new Layer.Pool(PoolKind.MEAN, List.of(2), List.of(2), List.of(1)), List.of(sequence)),
                Arguments.of(new Layer.Pool(PoolKind.MAX, List.of(3, 2), List.of(2, 2), List.of(1, 0)), List.of(image)),
                Arguments.of(
                        new Layer.Pool(PoolKind.SUM, List.of(2, 2, 2), List.of(1, 2, 2), List.of(0, 1, 1)),
                        List.of(volume)),
                Arguments.of(new Layer.GlobalPool(PoolKind.MEAN), List.of(volume)),
                Arguments.of(new Layer.GlobalPool(PoolKind.MAX), List.of(image)),
                Arguments.of(new Layer.GlobalPool(PoolKind.SUM), List.of(sequence)),
                Arguments.of(new Layer.SqueezeExcite(2), List.of(volume)),
                Arguments.of(new Layer.SqueezeExcite(16), List.of(image)),
                Arguments.of(new Layer.Recurrent(RecurrentKind.LSTM, 4, true), List.of(sequence)),
                Arguments.of(new Layer.Recurrent(RecurrentKind.LSTM, 4, false), List.of(sequence)),
                Arguments.of(new Layer.Recurrent(RecurrentKind.GRU, 3, true), List.of(sequence)),
                Arguments.of(new Layer.Recurrent(RecurrentKind.GRU, 3, false), List.of(sequence)),
                Arguments.of(new Layer.Attention(2), List.of(sequence)),
                Arguments.of(new Layer.PositionEmbedding(), List.of(sequence)),
                Arguments.of(new Layer.Transpose(), List.of(sequence)),
                Arguments.of(new Layer.Add(), List.of(image, image, image)),
                Arguments.of(new Layer.Concat(), List.of(Shape.of(2, 7, 6), image)),
                Arguments.of(opaque, List.of(flat)));
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("layers")
    @DisplayName("has the shape and the number of parameters that its description states")
    void agreesWithItsDescription(Layer layer, List<Shape> inputs) {
        try (LayerBench bench = new LayerBench(layer, inputs.toArray(Shape[]::new))) {
            long[] expected = LongStream.concat(
                            LongStream.of(3),
                            layer.output(inputs).dimensions().stream().mapToLong(Integer::longValue))
                    .toArray();
            assertThat(bench.shape(3)).isEqualTo(expected);
            assertThat(bench.trainable()).isEqualTo(layer.parameters(inputs));
        }
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("layers")
    @DisplayName("has the gradient of finite differences")
    void hasTheRightGradient(Layer layer, List<Shape> inputs) {
        boolean randomOrPlain = layer instanceof Layer.Dropout || layer.parameters(inputs) == 0;
        if (randomOrPlain) {
            return;
        }
        int rows = 3;
        try (LayerBench bench = new LayerBench(layer, inputs.get(0))) {
            float[] x = gaussian(rows * (int) inputs.get(0).elements(), 3);
            float[] slope = gaussian(rows * (int) layer.output(inputs).elements(), 4);
            bench.train(x, rows, slope);
            List<float[]> gradients = bench.gradients();
            List<Tensor> start = bench.parameters();
            int checked = 0;
            for (int p = 0, g = 0; p < start.size(); p++) {
                if (start.get(p).name().contains("running")) {
                    continue;
                }
                double numeric = numericGradient(bench, start, p, x, rows, slope);
                assertThat((double) gradients.get(g)[0])
                        .as(start.get(p).name())
                        .isCloseTo(numeric, within(0.02 * Math.max(1, Math.abs(numeric))));
                g++;
                checked++;
            }
            assertThat(checked).isPositive();
        }
    }

    private static double numericGradient(
            LayerBench bench, List<Tensor> start, int parameter, float[] x, int rows, float[] slope) {
        float step = 5e-3f;
        double[] sums = new double[2];
        for (int side = 0; side < 2; side++) {
            List<Tensor> moved = new ArrayList<>(start);
            Tensor tensor = start.get(parameter);
            float[] values = tensor.values().clone();
            values[0] += side == 0 ? step : -step;
            moved.set(parameter, new Tensor(tensor.name(), tensor.shape(), values));
            bench.restore(moved);
            float[] y = bench.train(x, rows, slope);
            for (int i = 0; i < y.length; i++) {
                sums[side] += (double) y[i] * slope[i];
            }
        }
        bench.restore(start);
        return (sums[0] - sums[1]) / (2 * step);
    }

    @Test
    void denseIsWxPlusB() {
        try (LayerBench bench = new LayerBench(new Layer.Dense(3), Shape.of(4))) {
            List<Tensor> parameters = new ArrayList<>(bench.parameters());
            parameters.set(1, new Tensor(parameters.get(1).name(), List.of(3), new float[] {1, -2, 0.5f}));
            bench.restore(parameters);
            float[] x = gaussian(4, 1);
            double[] expected = Reference.dense(
                    parameters.get(0).values(), parameters.get(1).values(), widen(x));
            assertClose(bench.evaluate(x, 1), expected);
        }
    }

    @Test
    void convolutionSlidesItsKernel() {
        Shape in = Shape.of(2, 5, 6);
        Layer layer = new Layer.Convolution(3, List.of(3, 3), List.of(2, 2), List.of(1, 1), true);
        try (LayerBench bench = new LayerBench(layer, in)) {
            float[] x = gaussian((int) in.elements(), 2);
            List<Tensor> parameters = bench.parameters();
            double[] expected = Reference.convolution(
                    parameters.get(0).values(), parameters.get(1).values(), x, in.dimensions(), 3, 2, 1);
            assertClose(bench.evaluate(x, 1), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void activationsAreTheirFormulas(ActivationFunction function) {
        float[] x = {-2, -0.5f, 0, 0.5f, 3};
        try (LayerBench bench = new LayerBench(new Layer.Activation(function), Shape.of(5))) {
            double sum = Arrays.stream(widen(x)).map(Math::exp).sum();
            double[] expected = Arrays.stream(widen(x))
                    .map(v -> switch (function) {
                        case IDENTITY -> v;
                        case RELU -> Math.max(0, v);
                        case LEAKY_RELU -> v > 0 ? v : 0.01 * v;
                        case SWISH -> v / (1 + Math.exp(-v));
                        case TANH -> Math.tanh(v);
                        case SIGMOID -> 1 / (1 + Math.exp(-v));
                        case SOFTMAX -> Math.exp(v) / sum;
                    })
                    .toArray();
            assertClose(bench.evaluate(x, 1), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(PoolKind.class)
    void poolsCountThePadding(PoolKind kind) {
        Layer layer = new Layer.Pool(kind, List.of(2, 2), List.of(2, 2), List.of(1, 1));
        float[] x = {1, 2, 3, 4};
        double[] expected =
                switch (kind) {
                    case MEAN -> new double[] {0.25, 0.5, 0.75, 1};
                    case MAX, SUM -> new double[] {1, 2, 3, 4};
                };
        try (LayerBench bench = new LayerBench(layer, Shape.of(1, 2, 2))) {
            assertClose(bench.evaluate(x, 1), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(PoolKind.class)
    void globalPoolsTakeAllPositions(PoolKind kind) {
        float[] x = {1, 2, 3, 4, -1, -2, -3, -4};
        double[] expected =
                switch (kind) {
                    case MEAN -> new double[] {2.5, -2.5};
                    case MAX -> new double[] {4, -1};
                    case SUM -> new double[] {10, -10};
                };
        try (LayerBench bench = new LayerBench(new Layer.GlobalPool(kind), Shape.of(2, 2, 2))) {
            assertClose(bench.evaluate(x, 1), expected);
        }
    }

    static Stream<Shape> normalised() {
        return Stream.of(Shape.of(3), Shape.of(3, 4), Shape.of(3, 2, 2), Shape.of(3, 2, 2, 3));
    }

    @ParameterizedTest
    @MethodSource("normalised")
    @DisplayName("of batch normalisation keeps momentum · r + (1 − momentum) · batch and uses it in evaluation")
    void batchNormKeepsRunningAverages(Shape shape) {
        int rows = 8;
        double momentum = 0.75;
        double epsilon = 1e-3;
        int positions = (int) shape.elements() / 3;
        float[] x = gaussian(rows * (int) shape.elements(), 5);
        double[] mean = new double[3];
        double[] variance = new double[3];
        int count = rows * positions;
        for (int i = 0; i < x.length; i++) {
            mean[i / positions % 3] += (double) x[i] / count;
        }
        for (int i = 0; i < x.length; i++) {
            variance[i / positions % 3] += Math.pow(x[i] - mean[i / positions % 3], 2) / count;
        }
        try (LayerBench bench = new LayerBench(new Layer.BatchNorm(epsilon, momentum), shape)) {
            float[] trained = bench.train(x, rows, new float[x.length]);
            float[] evaluated = bench.evaluate(x, rows);
            for (int i = 0; i < x.length; i++) {
                int c = i / positions % 3;
                double normal = (x[i] - mean[c]) / Math.sqrt(variance[c] + epsilon);
                assertThat((double) trained[i]).isCloseTo(normal, within(1e-4));
                double runningMean = (1 - momentum) * mean[c];
                double runningVariance = momentum + (1 - momentum) * variance[c];
                double running = (x[i] - runningMean) / Math.sqrt(runningVariance + epsilon);
                assertThat((double) evaluated[i]).isCloseTo(running, within(1e-4));
            }
        }
    }

    @Test
    void attentionOfEqualPositionsIsALinearMap() {
        try (LayerBench bench = new LayerBench(new Layer.Attention(2), Shape.of(3, 4))) {
            float[] one = gaussian(4, 6);
            float[] x = new float[12];
            for (int i = 0; i < x.length; i++) {
                x[i] = one[i % 4];
            }
            List<Tensor> parameters = bench.parameters();
            double[] value = Reference.dense(
                    parameters.get(4).values(), parameters.get(5).values(), widen(one));
            double[] expected = Reference.dense(
                    parameters.get(6).values(), parameters.get(7).values(), value);
            float[] y = bench.evaluate(x, 1);
            for (int i = 0; i < y.length; i++) {
                assertThat((double) y[i]).isCloseTo(expected[i % 4], within((double) TOLERANCE));
            }
        }
    }

    @Test
    void initialWeightsComeFromTheSeedAndStayWithinGlorotsLimit() {
        try (LayerBench one = new LayerBench(new Layer.Dense(20), Shape.of(30));
                LayerBench two = new LayerBench(new Layer.Dense(20), Shape.of(30))) {
            float[] weights = one.parameters().get(0).values();
            assertThat(weights).isEqualTo(two.parameters().get(0).values());
            double limit = Math.sqrt(6.0 / 50);
            double largest = 0;
            double squares = 0;
            for (float weight : weights) {
                largest = Math.max(largest, Math.abs(weight));
                squares += weight * weight / weights.length;
            }
            assertThat(largest).isBetween(0.98 * limit, limit);
            assertThat(Math.sqrt(squares)).isCloseTo(limit / Math.sqrt(3), within(0.02 * limit));
            assertThat(one.parameters().get(1).values()).containsOnly(0);
        }
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(widen(actual)).hasSameSizeAs(expected).containsExactly(expected, within((double) TOLERANCE));
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static float[] gaussian(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
