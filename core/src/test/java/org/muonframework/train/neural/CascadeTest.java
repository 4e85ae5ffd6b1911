package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.model.CascadeProvider;
import org.muonframework.train.model.CascadeSettings;
import org.muonframework.train.model.RegressionLoss;
import org.muonframework.train.neural.store.Tensor;

@DisplayName("A cascade in training")
class CascadeTest {

    private static final Task TASK = new Task(List.of("x", "y"), List.of("left", "middle", "right"), List.of("t"));
    private static final int ROWS = 600;

    @ParameterizedTest
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("with alpha = 0 leaves the regressor as it was made")
    void withoutAlpha(String path) {
        try (TrainedModel one = train(0, true, path, 1, 0);
                TrainedModel many = train(0, true, path, 5, 0)) {
            assertThat(regressor(many)).isNotEmpty().isEqualTo(regressor(one));
            assertThat(tagger(many)).isNotEqualTo(tagger(one));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("with alpha = 0 and a penalty shrinks the regressor's weights and does nothing else to them")
    void onlyDecay(String path) {
        double rate = 0.1;
        double penalty = 0.05;
        try (TrainedModel free = train(0, true, path, 1, 0);
                TrainedModel decayed = train(0, true, path, 1, penalty)) {
            Map<String, List<Float>> shrunk = regressor(decayed);
            assertThat(shrunk).isNotEqualTo(regressor(free));
            regressor(free).forEach((name, values) -> IntStream.range(0, values.size())
                    .forEach(i -> assertThat((double) shrunk.get(name).get(i))
                            .as(name)
                            .isCloseTo(values.get(i) * (1 - rate * penalty), within(1e-6))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("teaches the tagger by the targets too, through the scores")
    void gradientThroughScores(String path) {
        try (TrainedModel without = train(0, true, path, 1, 0);
                TrainedModel with = train(1, true, path, 1, 0)) {
            Map<String, List<Float>> changed = tagger(with);
            assertThat(changed).hasSize(4);
            tagger(without)
                    .forEach((name, values) ->
                            assertThat(changed.get(name)).as(name).isNotEqualTo(values));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1e-4"})
    @DisplayName("learns classes and targets together, with scaled targets and with plain ones")
    void learns(boolean scaled, double alpha) {
        try (TrainedModel model = train(alpha, scaled, "fused", 300, 0)) {
            Rows fresh = rows(3);
            float[][] predicted = model.predict(new Features(fresh.features(), ROWS));
            double square = 0;
            double variance = 0;
            int right = 0;
            for (int row = 0; row < ROWS; row++) {
                square += Math.pow(predicted[3][row] - fresh.targets()[0][row], 2);
                variance += Math.pow(fresh.targets()[0][row], 2);
                int label = fresh.labels()[row];
                right += predicted[label][row] > 0.5 ? 1 : 0;
            }
            assertThat(right / (double) ROWS).isGreaterThan(0.95);
            assertThat(square / variance).isLessThan(0.2);
        }
    }

    /** A step a epoch, without momentum. */
    private static TrainedModel train(double alpha, boolean scaled, String path, int epochs, double penalty) {
        CascadeSettings model = new CascadeSettings(
                List.of(12),
                List.of(16),
                ActivationFunction.TANH,
                false,
                0,
                true,
                scaled,
                RegressionLoss.MSE,
                1,
                alpha);
        Architecture architecture =
                ((NeuralModel) new CascadeProvider().create(model, ModelContext.standalone(1, 1, TASK))).architecture();
        String optimizer = epochs > 10 ? "adam, learning-rate = 0.02" : "sgd, momentum = 0, learning-rate = 0.1";
        return Fixtures.train(
                architecture,
                new TrainingData(TASK, rows(1), rows(2)),
                Fixtures.settings("""
                epochs = %d, batch-size = 0, l2 = %s, optimizer { type = %s }, path = %s
                early-stopping { patience = 0, restore-best = false }
                """.formatted(epochs, penalty, optimizer, path)),
                5);
    }

    /** Three classes along x, and a target of hundreds that is linear in y, each class with a constant of its own. */
    private static Rows rows(long seed) {
        Random random = new Random(seed);
        float[][] features = new float[2][ROWS];
        float[][] targets = new float[1][ROWS];
        int[] labels = new int[ROWS];
        float[] weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double x = 3 * random.nextDouble();
            features[0][row] = (float) x;
            features[1][row] = (float) random.nextGaussian();
            labels[row] = (int) x;
            targets[0][row] = 100 * (labels[row] - 1) + 30 * features[1][row];
            weights[row] = 1;
        }
        return new Rows(features, labels, targets, weights);
    }

    private static Map<String, List<Float>> tagger(TrainedModel model) {
        return parameters(model, "tagger", "class-head");
    }

    private static Map<String, List<Float>> regressor(TrainedModel model) {
        return parameters(model, "regressor", "target-head");
    }

    private static Map<String, List<Float>> parameters(TrainedModel model, String body, String head) {
        return ((TrainedNetwork) model)
                .parameterTensors().stream()
                        .filter(tensor ->
                                tensor.name().contains(body) || tensor.name().contains(head))
                        .collect(Collectors.toMap(Tensor::name, CascadeTest::values));
    }

    private static List<Float> values(Tensor tensor) {
        float[] values = tensor.values();
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }
}
