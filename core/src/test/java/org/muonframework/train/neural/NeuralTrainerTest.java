package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.last;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("The neural trainer")
class NeuralTrainerTest {

    @Test
    void learnsAProblemThatNoLineSolves() {
        Fixtures.Recorder recorder = new Fixtures.Recorder();
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(25, 50, 3e-2), 1, recorder)) {
            assertThat(last(model, "accuracy", "validation")).isGreaterThan(0.95);
            assertThat(last(model, "loss", "validation")).isLessThan(0.2);
            Rows fresh = xor(200, 3, 0);
            float[] scores = predict(model, fresh)[0];
            long right = IntStream.range(0, scores.length)
                    .filter(row -> (scores[row] > 0.5) == (fresh.labels()[row] == 1))
                    .count();
            assertThat(right).isGreaterThan(185);
            assertThat(model.parameters()).hasValue(3 * 16 + 17);
            assertThat(model.history().rowsPerSecond()).isPositive();
            assertThat(model.history().validationLoss()).isPresent();
            assertThat(recorder.messages()).hasSize(25);
            assertThat(recorder.messages().get(0))
                    .matches(
                            "1/25 loss \\d\\.\\d{4} \\(validation \\d\\.\\d{4}\\) · accuracy \\d\\.\\d{3} · .* rows/s");
        }
    }

    @Test
    void givesTheSameBitsForTheSameSeedAndOthersForAnotherOne() {
        Layer dropout = new Layer.Dropout(0.2);
        try (TrainedModel one = train(classifier(XOR, dropout), xor(0), settings(3, 64, 1e-2), 5);
                TrainedModel two = train(classifier(XOR, dropout), xor(0), settings(3, 64, 1e-2), 5);
                TrainedModel other = train(classifier(XOR, dropout), xor(0), settings(3, 64, 1e-2), 6)) {
            Rows fresh = xor(100, 3, 0);
            assertThat(predict(one, fresh)).isDeepEqualTo(predict(two, fresh));
            assertThat(one.history().curves()).isEqualTo(two.history().curves());
            assertThat(predict(one, fresh)[0]).isNotEqualTo(predict(other, fresh)[0]);
        }
    }

    @Test
    void countsAWeightedRowLikeThatManyCopies() {
        Rows rows = xor(200, 1, 0);
        float[] weights = new float[200];
        for (int row = 0; row < 200; row++) {
            weights[row] = row % 3;
        }
        Rows weighted = new Rows(rows.features(), rows.labels(), new float[0][], weights);
        int[] copies = IntStream.range(0, 200)
                .flatMap(row -> Collections.nCopies(row % 3, row).stream().mapToInt(Integer::intValue))
                .toArray();
        Rows repeated = pick(rows, copies);
        try (TrainedModel one =
                        train(classifier(XOR), new TrainingData(XOR, weighted, rows), settings(5, 999, 1e-2), 1);
                TrainedModel two =
                        train(classifier(XOR), new TrainingData(XOR, repeated, rows), settings(5, 999, 1e-2), 1)) {
            assertClose(predict(one, rows)[0], predict(two, rows)[0], 1e-5f);
            assertThat(last(one, "loss", "training")).isCloseTo(last(two, "loss", "training"), within(1e-5));
            assertThat(last(one, "accuracy", "training")).isCloseTo(last(two, "accuracy", "training"), within(1e-9));
        }
    }

    @Test
    void doesNotMindAFeatureFarFromZero() {
        try (TrainedModel far = train(classifier(XOR), stretch(xor(0), 1e6f), settings(25, 50, 3e-2), 1)) {
            assertThat(last(far, "accuracy", "validation")).isGreaterThan(0.95);
        }
    }

    @Test
    void doesNotDependOnTheScaleOfTheWeights() {
        Rows rows = xor(200, 1, 0);
        float[] small = new float[200];
        Arrays.fill(small, 1f / 1024);
        Rows light = new Rows(rows.features(), rows.labels(), new float[0][], small);
        try (TrainedModel one = train(classifier(XOR), new TrainingData(XOR, rows, rows), settings(3, 50, 1e-2), 1);
                TrainedModel two =
                        train(classifier(XOR), new TrainingData(XOR, light, rows), settings(3, 50, 1e-2), 1)) {
            assertThat(predict(one, rows)).isDeepEqualTo(predict(two, rows));
        }
    }

    @Test
    @DisplayName("trains classes and targets together and gives scores, then targets in their own units and order")
    void trainsTwoHeads() {
        Task task = new Task(List.of("a", "b"), List.of("low", "middle", "high"), List.of("sum", "difference"));
        ArchitectureBuilder network = Architecture.builder();
        String first = network.input("first", List.of("b"), Scaling.STANDARDISE);
        String second = network.input("second", List.of("a"), Scaling.NONE);
        String both = network.apply("both", new Layer.Concat(), first, second);
        String body = network.apply(
                "body", List.of(new Layer.Dense(24), new Layer.Activation(ActivationFunction.RELU)), both);
        network.output(
                "difference",
                network.apply("difference-head", new Layer.Dense(1), body),
                new Loss.Huber(1),
                1,
                List.of("difference"),
                Scaling.STANDARDISE);
        network.output(
                "class", network.apply("class-head", new Layer.Dense(3), body), new Loss.CategoricalCrossEntropy());
        network.output(
                "sum",
                network.apply("sum-head", new Layer.Dense(1), body),
                new Loss.MeanSquaredError(),
                0.5,
                List.of("sum"),
                Scaling.STANDARDISE);
        TrainingData data = new TrainingData(task, sums(2000, 1), sums(300, 2));
        try (TrainedModel model = train(network.build(), data, settings(20, 100, 2e-2), 1)) {
            Rows fresh = sums(300, 3);
            float[][] predictions = predict(model, fresh);
            assertThat(predictions.length).isEqualTo(5);
            double sumError = 0;
            double differenceError = 0;
            for (int row = 0; row < 300; row++) {
                assertThat(predictions[0][row] + predictions[1][row] + predictions[2][row])
                        .isCloseTo(1, within(1e-5f));
                sumError += Math.abs(predictions[3][row] - fresh.targets()[0][row]) / 300;
                differenceError += Math.abs(predictions[4][row] - fresh.targets()[1][row]) / 300;
            }
            assertThat(sumError).isLessThan(15);
            assertThat(differenceError).isLessThan(0.15);
            assertThat(last(model, "accuracy", "validation")).isGreaterThan(0.9);
            double total = last(model, "loss-difference", "validation")
                    + last(model, "loss-class", "validation")
                    + 0.5 * last(model, "loss-sum", "validation");
            assertThat(last(model, "loss", "validation")).isCloseTo(total, within(1e-9));
        }
    }

    @Test
    void trainsAPluginsOwnLossToTheSameNumbers() {
        record Own() implements Loss.Custom {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public Truth truth() {
                return Truth.CLASS;
            }

            @Override
            public ActivationFunction link() {
                return ActivationFunction.SIGMOID;
            }

            @Override
            public LossCourse begin() {
                return (batch, gradient) -> {
                    double loss = 0;
                    for (int i = 0; i < batch.rows(); i++) {
                        double p = 1 / (1 + Math.exp(-batch.outputs()[i]));
                        loss -= (batch.truth()[i] > 0 ? Math.log(p) : Math.log(1 - p)) / batch.rows();
                        gradient[i] = (float) ((p - batch.truth()[i]) / batch.rows());
                    }
                    return loss;
                };
            }
        }

        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", XOR.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                List.of(new Layer.Dense(16), new Layer.Activation(ActivationFunction.TANH), new Layer.Dense(1));
        network.output("class", network.apply("body", layers, x), new Own());
        try (TrainedModel own = train(network.build(), xor(0), settings(3, 100, 1e-2), 1);
                TrainedModel usual = train(classifier(XOR), xor(0), settings(3, 100, 1e-2), 1)) {
            assertThat(last(own, "loss", "validation")).isCloseTo(last(usual, "loss", "validation"), within(1e-6));
            assertClose(predict(own, xor(50, 3, 0))[0], predict(usual, xor(50, 3, 0))[0], 1e-5f);
        }
    }

    @Test
    void joinsALastBatchOfOneRowToTheOneBefore() {
        TrainingData data = new TrainingData(XOR, xor(101, 1, 0), xor(50, 2, 0));
        try (TrainedModel model = train(classifier(XOR, new Layer.BatchNorm()), data, settings(2, 50, 1e-2), 1)) {
            assertThat(last(model, "loss", "training")).isFinite();
        }
    }

    @Test
    void followsItsScheduleWithinAnEpoch() {
        NeuralSettings settings = settings("""
                epochs = 4, batch-size = 250, optimizer { learning-rate = 1e-2 }, early-stopping { patience = 0 }
                schedule { type = cosine, min-learning-rate = 1e-6 }, gradient-clip = 1, path = engine, engine = mxnet
                """);
        try (TrainedModel model = train(classifier(XOR), xor(0), settings, 1)) {
            double expected = 1e-6 + (1e-2 - 1e-6) * (1 + Math.cos(Math.PI * 3.75 / 4)) / 2;
            assertThat(last(model, "learning-rate", "")).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void stopsInTheMiddleOfAnEpoch() {
        Fixtures.Recorder recorder = new Fixtures.Recorder(Optional.empty(), done -> done == 1, new ArrayList<>());
        assertThatThrownBy(() -> train(classifier(XOR), xor(0), settings(5, 100, 1e-2), 1, recorder))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage("stopped in epoch 2 after batch 1; nothing is kept");
    }

    private static float[][] predict(TrainedModel model, Rows rows) {
        return model.predict(new Features(rows.features(), rows.size()));
    }

    private static void assertClose(float[] actual, float[] expected, float tolerance) {
        assertThat(actual).containsExactly(expected, within(tolerance));
    }

    private static TrainingData stretch(TrainingData data, float factor) {
        return new TrainingData(data.task(), stretch(data.training(), factor), stretch(data.validation(), factor));
    }

    /** Moves the first feature to around 1e6 and makes it as much wider as single precision needs to hold it. */
    private static Rows stretch(Rows rows, float offset) {
        float[] moved = rows.features()[0].clone();
        for (int row = 0; row < moved.length; row++) {
            moved[row] = moved[row] * 100 + offset;
        }
        return new Rows(new float[][] {moved, rows.features()[1]}, rows.labels(), rows.targets(), rows.weights());
    }

    private static Rows pick(Rows rows, int[] chosen) {
        float[][] features = new float[2][chosen.length];
        int[] labels = new int[chosen.length];
        float[] weights = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            features[0][i] = rows.features()[0][chosen[i]];
            features[1][i] = rows.features()[1][chosen[i]];
            labels[i] = rows.labels()[chosen[i]];
            weights[i] = 1;
        }
        return new Rows(features, labels, new float[0][], weights);
    }

    /** Targets 500 + 100 (a + b) and a − b; classes by a. */
    private static Rows sums(int rows, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[2][rows];
        float[][] targets = new float[2][rows];
        int[] labels = new int[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            float a = (float) random.nextGaussian();
            float b = (float) random.nextGaussian();
            features[0][row] = a;
            features[1][row] = b;
            targets[0][row] = 500 + 100 * (a + b);
            targets[1][row] = a - b;
            labels[row] = a < -0.5 ? 0 : a < 0.5 ? 1 : 2;
            weights[row] = 1;
        }
        return new Rows(features, labels, targets, weights);
    }
}
