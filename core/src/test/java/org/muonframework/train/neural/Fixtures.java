package org.muonframework.train.neural;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Small problems and settings that the tests of this package share. */
final class Fixtures {

    static final Task XOR = new Task(List.of("x", "y"), List.of("same", "different"), List.of());

    private Fixtures() {}

    record Host(RandomStreams random, Logger log) implements Context {
        Host(RandomStreams random) {
            this(random, NOPLogger.NOP_LOGGER);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Path directory() {
            return Path.of(".");
        }
    }

    /** Notes the messages, and asks to stop once {@code cancel} accepts the number of finished epochs. */
    record Recorder(Optional<Path> checkpoint, IntPredicate cancel, List<String> messages) implements TrainingContext {
        Recorder() {
            this(Optional.empty(), done -> false, new ArrayList<>());
        }

        Recorder(Path checkpoint, IntPredicate cancel) {
            this(Optional.of(checkpoint), cancel, new ArrayList<>());
        }

        @Override
        public boolean cancelled() {
            return cancel.test(messages.size());
        }

        @Override
        public void progress(int step, int steps, String message) {
            messages.add(step + "/" + steps + " " + message);
        }
    }

    static NeuralSettings settings(int epochs, int batchSize, double learningRate) {
        return settings("""
                epochs = %d, batch-size = %d, optimizer { learning-rate = %s }, early-stopping { patience = 0 }
                """.formatted(epochs, batchSize, learningRate));
    }

    /** The settings of a section {@code trainer} with this text. */
    static NeuralSettings settings(String text) {
        Problems problems = new Problems();
        ConfigObject section = ConfigFactory.parseString("it {" + text + "}").getObject("it");
        Optional<NeuralSettings> bound =
                new SettingsBinder().bind(section, "it", NeuralSettings.class, Set.of(), problems);
        problems.throwIfAny();
        return bound.orElseThrow();
    }

    static TrainedModel train(Architecture architecture, TrainingData data, NeuralSettings settings, long seed) {
        return train(architecture, data, settings, seed, new Recorder());
    }

    static TrainedModel train(
            Architecture architecture, TrainingData data, NeuralSettings settings, long seed, TrainingContext context) {
        return new NeuralTrainerProvider()
                .create(settings, new Host(new RandomStreams(seed)))
                .train(new NeuralModel(architecture), data, context);
    }

    /** Two inputs, a hidden layer, one score. */
    static Architecture classifier(Task task, Layer... beforeLast) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", task.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                new ArrayList<>(List.of(new Layer.Dense(16), new Layer.Activation(ActivationFunction.TANH)));
        layers.addAll(List.of(beforeLast));
        layers.add(new Layer.Dense(1));
        network.output("class", network.apply("body", layers, x), new Loss.BinaryCrossEntropy());
        return network.build();
    }

    /** Class 1 where the signs of x and y differ. */
    static Rows xor(int rows, long seed, float offset) {
        Random random = new Random(seed);
        float[][] features = new float[2][rows];
        int[] labels = new int[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            features[0][row] = (float) (x + offset);
            features[1][row] = (float) y;
            labels[row] = x * y < 0 ? 1 : 0;
            weights[row] = 1;
        }
        return new Rows(features, labels, new float[0][], weights);
    }

    static TrainingData xor(float offset) {
        return new TrainingData(XOR, xor(1000, 1, offset), xor(500, 2, offset));
    }

    static List<Double> curve(TrainedModel model, String quantity, String part) {
        return model.history().curves().stream()
                .filter(curve ->
                        curve.quantity().equals(quantity) && curve.part().equals(part))
                .map(LearningCurve::values)
                .findFirst()
                .orElseThrow();
    }

    static double last(TrainedModel model, String quantity, String part) {
        List<Double> values = curve(model, quantity, part);
        return values.get(values.size() - 1);
    }
}
