package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;

import ai.djl.nn.Activation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.store.Tensor;

@DisplayName("Micro-batches")
class MicroBatchTest {

    private static final String STEP = "epochs = %d, batch-size = %d, early-stopping { patience = 0 },"
            + " optimizer { type = sgd, learning-rate = 0.01 }";

    private final TrainingData data = Showers.data(100);

    private static NeuralSettings divided(int epochs, int batch, int micro) {
        return settings(STEP.formatted(epochs, batch) + ", micro-batch-size = " + micro);
    }

    @Test
    @DisplayName("make the same step as the whole batch, whatever the weights and the size of the last part")
    void sameStep() {
        try (TrainedModel whole = train(Showers.network(), data, divided(3, 50, 0), 1)) {
            for (int micro : new int[] {7, 16, 49, 1}) {
                try (TrainedModel parts = train(Showers.network(), data, divided(3, 50, micro), 1)) {
                    assertSame(parts, whole, micro + " rows");
                }
            }
        }
    }

    private static void assertSame(TrainedModel model, TrainedModel other, String what) {
        List<Tensor> expected = ((TrainedNetwork) other).parameterTensors();
        List<Tensor> found = ((TrainedNetwork) model).parameterTensors();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).values())
                    .as(what + ", " + expected.get(i).name())
                    .containsExactly(expected.get(i).values(), within(2e-5f));
        }
        for (String part : List.of("training", "validation")) {
            List<Double> losses = curve(other, "loss", part);
            for (int epoch = 0; epoch < losses.size(); epoch++) {
                assertThat(curve(model, "loss", part).get(epoch))
                        .as(what)
                        .isCloseTo(losses.get(epoch), withinPercentage(1e-3));
            }
        }
    }

    @Test
    @DisplayName("as large as the batch change no bit")
    void asLargeAsTheBatch() {
        try (TrainedModel whole = train(Showers.network(new Layer.Dropout(0.3)), data, divided(2, 50, 0), 1);
                TrainedModel parts = train(Showers.network(new Layer.Dropout(0.3)), data, divided(2, 50, 50), 1)) {
            assertThat(parts.history().curves()).isEqualTo(whole.history().curves());
        }
    }

    @Test
    @DisplayName("drop other values in each part")
    void dropout() {
        try (TrainedModel whole = train(Showers.network(new Layer.Dropout(0.3)), data, divided(1, 50, 0), 1);
                TrainedModel parts = train(Showers.network(new Layer.Dropout(0.3)), data, divided(1, 50, 25), 1)) {
            assertThat(parts.history().curves()).isNotEqualTo(whole.history().curves());
        }
    }

    /** The mean squared error as a plugin might write it, which nobody knows to be a mean over rows. */
    private record OwnSquares() implements Loss.Custom {
        @Override
        public String name() {
            return toString();
        }

        @Override
        public LossCourse begin() {
            return new MeanSquaredError().begin();
        }
    }

    @Test
    @DisplayName("leave a loss that judges the whole batch what it is: its thresholds, and the step")
    void ownLoss() {
        Loss loss = new FractionalLoss(0, 20, 5);
        try (TrainedModel whole = train(Showers.network(loss), data, divided(3, 50, 0), 1);
                TrainedModel parts = train(Showers.network(loss), data, divided(3, 50, 16), 1)) {
            assertSame(parts, whole, "own loss");
        }
    }

    @Test
    @DisplayName(
            "of such a loss go twice through the network, with the same dropout and one change of running averages")
    void twice() {
        Layer[] layers = {new Layer.BatchNorm(1e-3, 0.5), new Layer.Dropout(0.3)};
        NeuralSettings gentle = settings(STEP.formatted(2, 50).replace("0.01", "1e-4") + ", micro-batch-size = 16");
        try (TrainedModel once = train(Showers.network(new Loss.MeanSquaredError(), layers), data, gentle, 1);
                TrainedModel twice = train(Showers.network(new OwnSquares(), layers), data, gentle, 1)) {
            assertSame(twice, once, "twice");
        }
    }

    @Test
    @DisplayName("of such a loss are refused for opaque layers, which may be random")
    void opaque() {
        Layer opaque = new Layer.Opaque("any", Activation::reluBlock, Shape.of(4, 6, 4, 4), 0);
        assertThat(objection(Showers.network(new OwnSquares(), opaque), settings("micro-batch-size = 8")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("output 'size' judges whole batches", "opaque", "micro-batch-size = 0"));
        assertThat(objection(Showers.network(opaque), settings("micro-batch-size = 8")))
                .isEmpty();
    }

    private static Optional<String> objection(Architecture network, NeuralSettings settings) {
        return new NeuralTrainer(settings, new Fixtures.Host(new RandomStreams(1))).objection(new NeuralModel(network));
    }

    @Test
    @DisplayName("are asked for where a batch takes more memory than the machine has")
    void memory() {
        ArchitectureBuilder builder = Architecture.builder();
        String image = builder.image("shower", Shape.of(1, 6, 4, 4));
        String flat = builder.apply("flat", new Layer.Flatten(), image);
        String head = builder.apply(
                "head",
                List.of(new Layer.Dense(4), new Layer.Activation(ActivationFunction.RELU), new Layer.Dense(1)),
                flat);
        Architecture network = builder.output(
                        "size", head, new Loss.MeanSquaredError(), 1, List.of("size"), Scaling.NONE)
                .build();

        assertThat(BatchMemory.ofEngine(network).bytesPerRow())
                .as("96 cells, 96 flat, 4 + 4 hidden, 1 output, twice in single precision")
                .isEqualTo((96 + 96 + 4 + 4 + 1) * 2 * 4);
        assertThat(BatchMemory.ofEngine(network).rowsWithin(16_079)).isEqualTo(9);

        BatchMemory memory = BatchMemory.ofEngine(network);
        OptionalLong machine = OptionalLong.of(100 * 1608);
        assertThat(objection("batch-size = 100", network, memory, machine)).isEmpty();
        assertThat(objection("batch-size = 101", network, memory, machine)).hasValueSatisfying(reason -> assertThat(
                        reason)
                .contains("for 101 rows of 'batch-size = 101'", "'batch-size = 100' at most", "micro-batch-size"));
        assertThat(objection("batch-size = 0, micro-batch-size = 100", network, memory, machine))
                .isEmpty();
        assertThat(objection("batch-size = 200, micro-batch-size = 150", network, memory, machine))
                .hasValueSatisfying(reason -> assertThat(reason).contains("'micro-batch-size = 100' at most"));
        assertThatThrownBy(() -> BatchLimits.check(settings("batch-size = 0"), memory, 101, machine))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("for 101 rows of 'batch-size = 0'")
                .hasMessageContaining("'batch-size = 100' at most");
        BatchLimits.check(settings("batch-size = 0"), memory, 100, machine);
        assertThat(objection("batch-size = 1", network, memory, OptionalLong.of(5)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("a single row takes more"));
    }

    @Test
    @DisplayName("of not even one row are said to be too large where an image does not fit into one buffer")
    void largerThanABuffer() {
        ArchitectureBuilder builder = Architecture.builder();
        String image = builder.image("shower", Shape.of(1, 1000, 1000, 600));
        String head = builder.apply("sum", new Layer.GlobalPool(Layer.PoolKind.SUM), image);
        Architecture network = builder.output(
                        "size", head, new Loss.MeanSquaredError(), 1, List.of("size"), Scaling.NONE)
                .build();

        assertThat(objection("batch-size = 1", network, BatchMemory.ofEngine(network), OptionalLong.empty()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("a single row takes more"));
    }

    private static Optional<String> objection(
            String text, Architecture network, BatchMemory memory, OptionalLong available) {
        return BatchLimits.objection(settings(text), network, memory, available);
    }

    @Test
    @DisplayName("are asked for where a batch takes more than the JVM's memory on the fused path")
    void memoryOfFusedPath() {
        Architecture network = Showers.network(new Layer.BatchNorm(1e-3, 0.9));
        BatchMemory memory = BatchMemory.inTraining(settings(""), network).orElseThrow();

        assertThat(memory.ofEngine()).isFalse();
        assertThat(memory.bytesPerRow())
                .as("at least the image and four channels of 96 cells, forward and backward, and no more than three")
                .isBetween(96L * (1 + 2 * 4) * 4, 96L * (1 + 3 * 4) * 4 * 3);
        OptionalLong heap = OptionalLong.of(100 * memory.bytesPerRow());
        assertThat(objection("batch-size = 100", network, memory, heap)).isEmpty();
        assertThat(objection("batch-size = 101", network, memory, heap)).hasValueSatisfying(reason -> assertThat(reason)
                .contains("the JVM has", "for all it does", "'batch-size = 100' at most", "micro-batch-size"));
        assertThat(BatchMemory.inTraining(settings("path = engine"), network)).contains(BatchMemory.ofEngine(network));
    }
}
