package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A loss that needs further columns")
class LossColumnsTest {

    private static final Task LINE = new Task(List.of("x"), List.of(), List.of("t"));
    private static final String SETTINGS = """
            epochs = 4, batch-size = %d, optimizer { learning-rate = 1e-2 }, early-stopping { patience = 0 }, path = %s
            """;

    @TempDir
    private Path directory;

    /** The squared error against a column that has the targets once more, and refuses negative ones if asked. */
    private record AgainstColumn(Set<Double> shares, boolean refuses) implements Loss.Custom {

        @Override
        public String name() {
            return "against-column";
        }

        @Override
        public List<String> columns() {
            return List.of("2 * half");
        }

        @Override
        public Optional<String> objection(Map<String, double[]> columns) {
            double[] column = columns.get("2 * half");
            return refuses ? Optional.of("row 1: " + column[0] + " is not liked") : Optional.empty();
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> {
                float[] column = batch.columns().get("2 * half");
                double loss = 0;
                for (int row = 0; row < batch.rows(); row++) {
                    double difference = (double) batch.outputs()[row] - column[row];
                    double weight = batch.weights()[row] / batch.totalWeight();
                    loss += weight * difference * difference;
                    gradient[row] = (float) (2 * weight * difference);
                }
                shares.add(batch.share());
                return loss;
            };
        }
    }

    @ParameterizedTest(name = "on the path {0}")
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("gets in each batch, and in validation, those of the batch's rows")
    void rightRows(String path) {
        TrainingData data = new TrainingData(LINE, rows(900, 1), rows(300, 2), 0.5);
        Set<Double> shares = new TreeSet<>();
        for (int batch : new int[] {128, 0}) {
            NeuralSettings settings = settings(SETTINGS.formatted(batch, path));
            try (TrainedModel own = Fixtures.train(line(new AgainstColumn(shares, false)), data, settings, 3);
                    TrainedModel usual = Fixtures.train(line(new Loss.MeanSquaredError()), data, settings, 3)) {
                for (String part : List.of("training", "validation")) {
                    List<Double> expected = Fixtures.curve(usual, "loss", part);
                    List<Double> found = Fixtures.curve(own, "loss", part);
                    for (int epoch = 0; epoch < 4; epoch++) {
                        assertThat(found.get(epoch))
                                .as("%s, batches of %d rows, epoch %d", part, batch, epoch)
                                .isCloseTo(expected.get(epoch), within(1e-4 * expected.get(epoch)));
                    }
                }
            }
        }
        assertThat(shares)
                .as("4 and 128 rows, validation and training out of twice 1200")
                .containsExactly(4 / 2400.0, 128 / 2400.0, 0.125, 0.375);
    }

    @Test
    @DisplayName("makes its model ask for them, each once")
    void modelAsks() {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("x", List.of("x"), Scaling.NONE);
        for (String name : List.of("a", "b")) {
            String node = network.apply(name, new Layer.Dense(1), x);
            network.output(name + "-out", node, new AgainstColumn(Set.of(), false), 1, List.of("t"), Scaling.NONE);
        }
        assertThat(new NeuralModel(network.build()).columns()).containsExactly("2 * half");
        assertThat(new NeuralModel(line(new Loss.MeanSquaredError())).columns()).isEmpty();
    }

    @Test
    @DisplayName("may refuse their values before the first step")
    void refuses() {
        TrainingData data = new TrainingData(LINE, rows(20, 1), rows(20, 2));
        Architecture refusing = line(new AgainstColumn(new TreeSet<>(), true));
        assertThatThrownBy(() -> Fixtures.train(refusing, data, settings(1, 5, 1e-2), 1))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("training rows: the loss of output 't': row 1: .* is not liked");
    }

    @Test
    @DisplayName("is another training where they have other values")
    void fingerprint() {
        Architecture network = line(new AgainstColumn(new TreeSet<>(), false));
        Rows rows = rows(50, 1);
        Rows other = new Rows(
                rows.features(),
                rows.labels(),
                rows.targets(),
                rows.weights(),
                Map.of("2 * half", new double[50]),
                rows.events());
        List<Integer> epochs = new ArrayList<>();
        for (Rows training : List.of(rows, other, other)) {
            Fixtures.Recorder recorder = new Fixtures.Recorder(directory, done -> false);
            Fixtures.train(network, new TrainingData(LINE, training, rows), settings(1, 5, 1e-2), 1, recorder)
                    .close();
            epochs.add(recorder.messages().size());
        }
        assertThat(epochs).containsExactly(1, 1, 0);
    }

    private static Architecture line(Loss loss) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", LINE.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                List.of(new Layer.Dense(8), new Layer.Activation(ActivationFunction.TANH), new Layer.Dense(1));
        return network.output("t", network.apply("body", layers, x), loss, 1, LINE.targets(), Scaling.NONE)
                .build();
    }

    private static Rows rows(int count, long seed) {
        Random random = new Random(seed);
        float[] x = new float[count];
        float[] t = new float[count];
        double[] column = new double[count];
        float[] weights = new float[count];
        for (int row = 0; row < count; row++) {
            x[row] = (float) random.nextGaussian();
            t[row] = (float) (3 * x[row] + random.nextGaussian());
            column[row] = t[row];
            weights[row] = 0.5f + random.nextFloat();
        }
        return new Rows(
                new float[][] {x}, new int[0], new float[][] {t}, weights, Map.of("2 * half", column), new long[0]);
    }
}
