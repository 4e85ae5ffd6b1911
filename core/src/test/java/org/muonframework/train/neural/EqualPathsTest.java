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
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.store.Tensor;

@Label("The fused path and the engine")
class EqualPathsTest {

    private static final int ROWS = 300;
    private static final List<ActivationFunction> FUNCTIONS = List.of(
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.SWISH,
            ActivationFunction.TANH,
            ActivationFunction.SIGMOID);

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    @Label("have the same losses over 20 steps, with dropout and any optimiser")
    void losses(@ForAll long seed) {
        Random random = new Random(seed);
        Task task = task(random);
        Architecture architecture = architecture(task, random);
        TrainingData data = data(task, random);
        // Adam divides a gradient by its size: of one that is zero but for rounding, as that of a bias before batch
        // normalisation, an epsilon of 1e-8 would make a whole step in a random direction.
        String optimizer = List.of(
                        "adam, epsilon = 1e-3", "adamw, epsilon = 1e-3, weight-decay = 0.1", "sgd, momentum = 0.5")
                .get(random.nextInt(3));
        String settings = """
                epochs = 20, batch-size = %d, l2 = 0.01, early-stopping { patience = 0, restore-best = false },
                optimizer { type = %s, learning-rate = 0.003 }, gradient-clip = 2.0,""".formatted(ROWS, optimizer);
        try (TrainedModel fused = train(architecture, data, settings, "fused");
                TrainedModel engine = train(architecture, data, settings, "engine")) {
            for (String part : List.of("training", "validation")) {
                List<Double> ours = Fixtures.curve(fused, "loss", part);
                List<Double> theirs = Fixtures.curve(engine, "loss", part);
                for (int step = 0; step < theirs.size(); step++) {
                    assertThat(ours.get(step))
                            .as("%s loss at step %d of %s", part, step, architecture)
                            .isCloseTo(theirs.get(step), within(1e-3 * Math.abs(theirs.get(step)) + 1e-5));
                }
            }
            float[][] ours = fused.predict(new Features(data.validation().features(), ROWS));
            float[][] theirs = engine.predict(new Features(data.validation().features(), ROWS));
            for (int p = 0; p < theirs.length; p++) {
                assertThat(ours[p]).as("predictions of " + architecture).containsExactly(theirs[p], within(2e-2f));
            }
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    @Label("have the same gradients, and the same moving averages after a step")
    void gradients(@ForAll long seed) {
        Random random = new Random(seed);
        Task task = task(random);
        Architecture architecture = architecture(task, random);
        TrainingData data = data(task, random);
        String settings = """
                epochs = 1, batch-size = %d, early-stopping { patience = 0, restore-best = false },
                optimizer { type = sgd, momentum = 0, learning-rate = 1 },""".formatted(ROWS);
        try (TrainedModel fused = train(architecture, data, settings, "fused");
                TrainedModel engine = train(architecture, data, settings, "engine")) {
            Map<String, Tensor> theirs = parameters(engine);
            parameters(fused).forEach((name, tensor) -> {
                float[] expected = theirs.get(name).values();
                float largest = 1;
                for (float value : expected) {
                    largest = Math.max(largest, Math.abs(value));
                }
                assertThat(tensor.values())
                        .as(name + " of " + architecture)
                        .containsExactly(expected, within(5e-5f * largest));
            });
        }
    }

    private static Map<String, Tensor> parameters(TrainedModel model) {
        return ((TrainedNetwork) model)
                .parameterTensors().stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
    }

    private static TrainedModel train(Architecture architecture, TrainingData data, String settings, String path) {
        return Fixtures.train(architecture, data, Fixtures.settings(settings + " path = " + path), 5);
    }

    private static Task task(Random random) {
        List<String> features = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> "x" + i)
                .toList();
        List<String> classes = List.of(List.<String>of(), List.of("a", "b"), List.of("a", "b", "c"))
                .get(random.nextInt(3));
        List<String> targets = classes.isEmpty() || random.nextBoolean() ? List.of("t", "u") : List.of();
        return new Task(features, classes, targets);
    }

    /** Layers in any order, sometimes two branches that meet again, and a head for classes and one for targets. */
    private static Architecture architecture(Task task, Random random) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", task.features(), Scaling.STANDARDISE);
        String body = network.apply("first", layers(random), x);
        if (random.nextBoolean()) {
            int width = 1 + random.nextInt(40);
            String left = network.apply("left", with(layers(random), new Layer.Dense(width)), body);
            String right = network.apply("right", with(layers(random), new Layer.Dense(width)), body);
            body = random.nextBoolean()
                    ? network.apply("join", new Layer.Add(), left, right)
                    : network.apply("join", new Layer.Concat(), left, right, x);
        }
        if (task.classifies()) {
            int classes = task.classes().size();
            String head = network.apply("class-head", new Layer.Dense(classes == 2 ? 1 : classes), body);
            network.output(
                    "class", head, classes == 2 ? new Loss.BinaryCrossEntropy() : new Loss.CategoricalCrossEntropy());
        }
        if (task.regresses()) {
            String head =
                    network.apply("target-head", new Layer.Dense(task.targets().size()), body);
            Loss loss = random.nextBoolean() ? new Loss.MeanSquaredError() : new Loss.Huber(0.5);
            network.output("target", head, loss, 0.7, task.targets(), Scaling.STANDARDISE);
        }
        return network.build();
    }

    private static List<Layer> layers(Random random) {
        List<Layer> layers = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            layers.add(
                    switch (random.nextInt(5)) {
                        case 0, 1 -> new Layer.Dense(1 + random.nextInt(70), random.nextInt(4) > 0);
                        case 2 -> new Layer.Activation(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
                        case 3 -> new Layer.BatchNorm();
                        default -> new Layer.Dropout(0.3);
                    });
        }
        return layers;
    }

    private static List<Layer> with(List<Layer> layers, Layer last) {
        List<Layer> all = new ArrayList<>(layers);
        all.add(last);
        return all;
    }

    private static TrainingData data(Task task, Random random) {
        return new TrainingData(task, rows(task, random), rows(task, random));
    }

    private static Rows rows(Task task, Random random) {
        float[][] features = gaussian(task.features().size(), random);
        float[][] targets = gaussian(task.targets().size(), random);
        int[] labels = new int[task.classifies() ? ROWS : 0];
        float[] weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            if (task.classifies()) {
                labels[row] = features[0][row] > 0.3
                        ? 1
                        : random.nextInt(task.classes().size());
            }
            weights[row] = random.nextInt(10) == 0 ? 0 : 0.5f + random.nextFloat();
        }
        return new Rows(features, labels, targets, weights);
    }

    private static float[][] gaussian(int columns, Random random) {
        float[][] values = new float[columns][ROWS];
        for (float[] column : values) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = (float) (3 + 2 * random.nextGaussian());
            }
        }
        return values;
    }
}
