package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.last;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.ArchitectureException;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A plugin's loss")
class OwnLossTest {

    private static final Task ENERGY = new Task(List.of("sum"), List.of(), List.of("energy"));

    @TempDir
    private Path directory;

    private final Architecture fractional = energy(new FractionalLoss(0.05, 8, 5), 1);
    private final TrainingData data = new TrainingData(ENERGY, muons(600, 1), muons(300, 2));

    @Test
    void isTheUsualSquareBelowItsThresholdsAndATangentBeyond() {
        LossCourse course = new FractionalLoss(0, 8, 1).begin();
        float[] truth = {1, 2, 4, 4};
        float[] outputs = {1.5f, 3, 6, 8};
        float[] weights = {1, 1, 1, 1};
        float[] gradient = new float[4];
        double loss = course.evaluate(new LossBatch(outputs, 1, truth, weights, true), gradient);
        assertThat(course.state()).containsExactly(4);
        assertThat(loss).isCloseTo((0.25 / 1 + 1.0 / 2 + 4.0 / 4 + (4 + 2 * 2 * 2.0) / 4) / 4, within(1e-12));
        assertThat(gradient).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
        course.evaluate(new LossBatch(new float[4], 1, truth, weights, false), gradient);
        assertThat(course.state()).as("after rows that are not trained on").containsExactly(4);
    }

    @Test
    void beginsAnewInEachTraining() {
        try (TrainedModel one = train(fractional, data, settings(3, 50, 1e-2), 1);
                TrainedModel two = train(fractional, data, settings(3, 50, 1e-2), 1)) {
            assertThat(two.history().curves()).isEqualTo(one.history().curves());
            assertThat(last(one, "loss", "validation"))
                    .isLessThan(curve(one, "loss", "validation").get(0) / 2);
        }
    }

    @Test
    void goesOnWhereItStoodWhenATrainingIsResumed() {
        assertThatThrownBy(() -> train(
                        fractional, data, settings(4, 50, 1e-2), 1, new Fixtures.Recorder(directory, n -> n == 2)))
                .isInstanceOf(TrainingCancelledException.class);
        Fixtures.Recorder recorder = new Fixtures.Recorder(directory, n -> false);
        try (TrainedModel straight = train(fractional, data, settings(4, 50, 1e-2), 1);
                TrainedModel resumed = train(fractional, data, settings(4, 50, 1e-2), 1, recorder)) {
            assertThat(recorder.messages()).hasSize(2);
            assertThat(resumed.history().curves()).isEqualTo(straight.history().curves());
        }
    }

    @Test
    void withAnotherParameterIsAnotherTraining() {
        train(fractional, data, settings(2, 50, 1e-2), 1, new Fixtures.Recorder(directory, n -> false))
                .close();
        Fixtures.Recorder recorder = new Fixtures.Recorder(directory, n -> false);
        Architecture other = energy(new FractionalLoss(0.05, 8, 4), 1);
        train(other, data, settings(2, 50, 1e-2), 1, recorder).close();
        assertThat(recorder.messages()).hasSize(2);
    }

    @Test
    void mayTakeMoreValuesThanTargetsAndTheFirstOnesPredict() {
        try (TrainedModel model = train(energy(new Gaussian(), 2), data, settings(30, 50, 3e-2), 1)) {
            float[][] predictions = model.predict(new Features(new float[][] {{1, 4}}, 2));
            assertThat(predictions).hasDimensions(1, 2);
            assertThat(predictions[0]).containsExactly(new float[] {1, 4}, within(0.4f));
            assertThat(last(model, "loss", "validation")).isLessThan(0.5);
        }
        assertThatThrownBy(() -> energy(new Gaussian(), 3))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("output 'energy': a mean and a logarithm for each of 1 targets, not 3 values");
    }

    @Test
    void mayJudgeOutputsWithoutATruth() {
        try (TrainedModel free = train(squeezed(0), xor(0), settings(10, 50, 1e-2), 1);
                TrainedModel small = train(squeezed(1), xor(0), settings(10, 50, 1e-2), 1)) {
            assertThat(small.predict(new Features(xor(9, 3, 0).features(), 9))).hasDimensions(1, 9);
            assertThat(last(small, "loss-size", "validation")).isLessThan(last(free, "loss-size", "validation") / 3);
        }
    }

    @Test
    void isRefusedWhereItsTruthAndTheTargetsDoNotAgree() {
        assertThatThrownBy(() -> output(new Loss.BinaryCrossEntropy(), List.of("energy")))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("output 'o' has the targets [energy], and its loss needs none");
        assertThatThrownBy(() -> output(new Gaussian(), List.of()))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("output 'o' has no targets, and its loss needs some");
        assertThatThrownBy(() -> output(new Loss.MeanSquaredError(), List.of("energy")))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("output 'o': its loss takes one value a target, not 2 for 1");
    }

    private static Architecture output(Loss loss, List<String> columns) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("x", List.of("a", "b"), Scaling.NONE);
        return network.output("o", x, loss, 1, columns, Scaling.NONE).build();
    }

    private static Architecture energy(Loss loss, int width) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("sum", ENERGY.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                List.of(new Layer.Dense(16), new Layer.Activation(ActivationFunction.SWISH), new Layer.Dense(width));
        String last = network.apply("body", layers, x);
        return network.output("energy", last, loss, 1, ENERGY.targets(), Scaling.NONE)
                .build();
    }

    /** A classifier whose hidden layer is to be small, too. */
    private static Architecture squeezed(double factor) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", XOR.features(), Scaling.STANDARDISE);
        List<Layer> layers = List.of(new Layer.Dense(8), new Layer.Activation(ActivationFunction.TANH));
        String hidden = network.apply("body", layers, x);
        network.output("class", network.apply("last", new Layer.Dense(1), hidden), new Loss.BinaryCrossEntropy());
        return network.output("size", hidden, new Size(), factor, List.of(), Scaling.NONE)
                .build();
    }

    /** Energies from 0.05 to 8, and a sum that scatters around them. */
    private static Rows muons(int rows, long seed) {
        Random random = new Random(seed);
        float[] sums = new float[rows];
        float[] energies = new float[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            energies[row] = (float) (0.05 + 7.95 * random.nextDouble());
            sums[row] = (float) (energies[row] * (1 + 0.1 * random.nextGaussian()));
            weights[row] = 1;
        }
        return new Rows(new float[][] {sums}, new int[0], new float[][] {energies}, weights);
    }

    /** −ln of a Gaussian whose mean and ln σ are the outputs. */
    private record Gaussian() implements Loss.Custom {
        @Override
        public String name() {
            return "gaussian";
        }

        @Override
        public void check(long width, int targets) {
            if (width != 2L * targets) {
                throw new ArchitectureException(
                        "a mean and a logarithm for each of " + targets + " targets, not " + width + " values");
            }
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> {
                double loss = 0;
                double total = batch.totalWeight();
                for (int row = 0; row < batch.rows(); row++) {
                    double width = Math.exp(batch.outputs()[2 * row + 1]);
                    double pull = (batch.outputs()[2 * row] - batch.truth()[row]) / width;
                    double weight = batch.weights()[row] / total;
                    loss += weight * (Math.log(width) + pull * pull / 2);
                    gradient[2 * row] = (float) (weight * pull / width);
                    gradient[2 * row + 1] = (float) (weight * (1 - pull * pull));
                }
                return loss;
            };
        }
    }

    /** Mean square of all outputs: to be small is all that is asked of them. */
    private record Size() implements Loss.Custom {
        @Override
        public String name() {
            return "size";
        }

        @Override
        public Truth truth() {
            return Truth.NONE;
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> {
                double loss = 0;
                for (int i = 0; i < gradient.length; i++) {
                    double output = batch.outputs()[i];
                    loss += output * output / gradient.length;
                    gradient[i] = (float) (2 * output / gradient.length);
                }
                return loss;
            };
        }
    }
}
