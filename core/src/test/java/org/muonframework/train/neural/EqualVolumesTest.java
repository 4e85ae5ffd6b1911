package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.muonframework.spi.Context;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Layer.PoolKind;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.store.Tensor;

@Label("The fused path and the engine, for networks of images")
class EqualVolumesTest {

    private static final List<ActivationFunction> FUNCTIONS = List.of(
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.SWISH,
            ActivationFunction.TANH,
            ActivationFunction.SIGMOID);

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    @Label("have the same gradients, and the same moving averages after a step")
    void gradients(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        Case one = Case.of(random);
        String settings = """
                epochs = 1, batch-size = %d, micro-batch-size = %d, early-stopping { patience = 0, restore-best = false },
                optimizer { type = sgd, momentum = 0, learning-rate = 0.1 },""".formatted(one.rows(), one.micro());
        try (TrainedModel fused = one.train(settings, "fused");
                TrainedModel engine = one.train(settings, "engine")) {
            Map<String, Tensor> theirs = parameters(engine);
            parameters(fused).forEach((name, tensor) -> {
                float[] expected = theirs.get(name).values();
                float largest = 1;
                for (float value : expected) {
                    largest = Math.max(largest, Math.abs(value));
                }
                // A bias before a normalisation has no gradient, and the engine's rounding gives it one.
                float rounding = name.endsWith("bias") ? 3e-3f : 1e-4f;
                assertThat(tensor.values())
                        .as(name + " of " + one.network())
                        .containsExactly(expected, within(rounding * largest));
            });
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    @Label("have the same losses over 10 steps, and the same predictions")
    void losses(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        Case one = Case.of(random);
        String settings = """
                epochs = 5, batch-size = %d, micro-batch-size = %d, early-stopping { patience = 0, restore-best = false },
                optimizer { type = adam, epsilon = 1e-3, learning-rate = 0.003 }, gradient-clip = 2.0,""".formatted(one.rows() / 2 + 1, one.micro());
        try (TrainedModel fused = one.train(settings, "fused");
                TrainedModel engine = one.train(settings, "engine")) {
            for (String part : List.of("training", "validation")) {
                List<Double> ours = Fixtures.curve(fused, "loss", part);
                List<Double> theirs = Fixtures.curve(engine, "loss", part);
                for (int step = 0; step < theirs.size(); step++) {
                    assertThat(ours.get(step))
                            .as("%s loss at step %d of %s", part, step, one.network())
                            .isCloseTo(theirs.get(step), within(2e-3 * Math.abs(theirs.get(step)) + 1e-5));
                }
            }
            Rows rows = one.data().validation();
            Features features = new Features(rows.features(), rows.size(), rows.images());
            assertThat(fused.predict(features)[0])
                    .as("predictions of " + one.network())
                    .containsExactly(engine.predict(features)[0], within(2e-2f));
        }
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    @Label("come to the same bits with any number of threads")
    void threads(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Case one = Case.of(new Random(seed));
        NeuralSettings settings = Fixtures.settings(
                "epochs = 2, batch-size = %d, micro-batch-size = %d, path = fused".formatted(one.rows(), one.micro()));
        Rows rows = one.data().validation();
        Features features = new Features(rows.features(), rows.size(), rows.images());
        List<float[]> predictions = Stream.of(1, 2, 3, 5)
                .map(threads -> {
                    try (TrainedModel model = new NeuralTrainerProvider()
                            .create(settings, Context.standalone(1, threads))
                            .train(new NeuralModel(one.network()), one.data(), new Fixtures.Recorder())) {
                        return model.predict(features)[0];
                    }
                })
                .toList();
        predictions.forEach(values -> assertThat(values).containsExactly(predictions.get(0)));
    }

    private static Map<String, Tensor> parameters(TrainedModel model) {
        return ((TrainedNetwork) model)
                .parameterTensors().stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
    }

    /**
     * A network with data for it.
     *
     * @param micro rows that go through it together; 0 for all
     */
    private record Case(Architecture network, TrainingData data, int rows, int micro) {

        static Case of(Random random) {
            int rank = 1 + random.nextInt(3);
            Shape image = new Shape(IntStream.range(0, rank)
                    .mapToObj(i -> 4 + random.nextInt(4))
                    .toList());
            Task task = new Task(List.of("x"), List.of(), List.of("t"), List.of(new Image("image", image)));
            int rows = 20 + random.nextInt(60);
            TrainingData data = new TrainingData(task, rows(image, rows, random), rows(image, 40, random));
            int micro = random.nextInt(3) == 0 ? 8 + random.nextInt(20) : 0;
            return new Case(new Networks(random, image).build(), data, rows, micro);
        }

        TrainedModel train(String settings, String path) {
            return Fixtures.train(network, data, Fixtures.settings(settings + " path = " + path), 5);
        }

        private static Rows rows(Shape shape, int count, Random random) {
            int most = 12;
            int[] starts = new int[count];
            int[] ends = new int[count];
            int[] cells = new int[count * most];
            float[] values = new float[count * most];
            float[][] features = new float[1][count];
            float[][] targets = new float[1][count];
            float[] weights = new float[count];
            for (int row = 0; row < count; row++) {
                starts[row] = row * most;
                ends[row] = starts[row] + random.nextInt(most);
                for (int hit = starts[row]; hit < ends[row]; hit++) {
                    cells[hit] = random.nextInt((int) shape.elements());
                    values[hit] = random.nextFloat();
                    targets[0][row] += values[hit];
                }
                features[0][row] = (float) random.nextGaussian();
                weights[row] = random.nextInt(10) == 0 ? 0 : 0.5f + random.nextFloat();
            }
            SparseImages images = new SparseImages(shape, starts, ends, cells, values);
            return new Rows(features, new int[0], targets, weights, Map.of(), new long[0], List.of(images));
        }
    }

    /** Networks of all layers that read or give volumes. */
    private static final class Networks {

        private final Random random;
        private final ArchitectureBuilder builder = Architecture.builder();
        private final int rank;
        private final Shape image;
        private int count;

        Networks(Random random, Shape image) {
            this.random = random;
            this.image = image;
            this.rank = image.rank();
        }

        Architecture build() {
            List<Integer> sizes = new ArrayList<>(List.of(1));
            sizes.addAll(image.dimensions());
            String x = builder.image("image", new Shape(sizes));
            String beside = builder.input("beside", List.of("x"), Scaling.STANDARDISE);
            String body = x;
            if (random.nextBoolean()) {
                body = convolve(body, 1 + random.nextInt(5));
            }
            body = layers(body);
            if (random.nextBoolean()) {
                int channels = 1 + random.nextInt(6);
                String left = same(layers(same(body, channels)), channels);
                String right = same(layers(body), channels);
                body = apply(new Layer.Add(), left, right);
                body = random.nextBoolean() ? apply(new Layer.Concat(), body, left) : body;
            }
            if (random.nextInt(3) == 0) {
                body = apply(window(random.nextBoolean() ? PoolKind.MAX : PoolKind.MEAN), body);
                body = layers(body);
            }
            String mean = apply(new Layer.GlobalPool(PoolKind.values()[random.nextInt(3)]), body);
            String flat = random.nextBoolean()
                    ? apply(new Layer.Flatten(), body)
                    : apply(new Layer.GlobalPool(PoolKind.MAX), body);
            String energy = apply(new Layer.GlobalPool(PoolKind.SUM), apply(window(PoolKind.SUM), x));
            String head = apply(new Layer.Concat(), mean, flat, beside, energy);
            head = apply(new Layer.Activation(ActivationFunction.SWISH), apply(new Layer.Dense(8), head));
            head = apply(new Layer.Dense(1), head);
            builder.output("t", head, new Loss.MeanSquaredError(), 1, List.of("t"), Scaling.STANDARDISE);
            return builder.build();
        }

        private String layers(String from) {
            String last = from;
            for (int i = random.nextInt(4); i > 0; i--) {
                last = switch (random.nextInt(7)) {
                    case 0, 1 -> same(last, 1 + random.nextInt(7));
                    case 2, 3 -> apply(new Layer.Activation(FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))), last);
                    case 4 -> apply(new Layer.BatchNorm(1e-3, 0.9), last);
                    case 5 -> apply(new Layer.SqueezeExcite(2), last);
                    default -> apply(new Layer.Dropout(0.3), last);
                };
            }
            return last;
        }

        /** A convolution that leaves the number of cells. */
        private String same(String from, int channels) {
            int half = random.nextInt(2);
            return apply(
                    new Layer.Convolution(channels, sizes(2 * half + 1), sizes(1), sizes(half), random.nextBoolean()),
                    from);
        }

        /** A convolution that may make the volume smaller. */
        private String convolve(String from, int channels) {
            int kernel = 2 + random.nextInt(3);
            int stride = 1 + random.nextInt(2);
            int padding = random.nextInt(kernel / 2 + 1);
            Layer layer =
                    new Layer.Convolution(channels, sizes(kernel), sizes(stride), sizes(padding), random.nextBoolean());
            return apply(layer, from);
        }

        private Layer window(PoolKind kind) {
            return new Layer.Pool(kind, sizes(2), sizes(2), sizes(1));
        }

        private List<Integer> sizes(int size) {
            return IntStream.range(0, rank).mapToObj(i -> size).toList();
        }

        private String apply(Layer layer, String... from) {
            return builder.apply("node-" + count++, layer, from);
        }
    }
}
