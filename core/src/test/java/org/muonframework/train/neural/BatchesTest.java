package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.xor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.slf4j.LoggerFactory;

@DisplayName("The batches of a training")
class BatchesTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(BatchesTest.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        log.setLevel(Level.WARN);
        log.addAppender(told);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(told);
        log.setLevel(null);
    }

    /**
     * The binary cross-entropy, which notes the rows of each batch and of each validation, and breaks.
     *
     * @param trained rows of each batch
     * @param judged rows of each validation
     * @param brokenBatch batch, from 0, of which the loss is infinite, or −1
     * @param brokenValidation validation, from 0, of which the loss is not a number, or −1
     */
    private record Watched(List<Integer> trained, List<Integer> judged, int brokenBatch, int brokenValidation)
            implements Loss.Custom {

        static Watched breaking(int brokenBatch, int brokenValidation) {
            return new Watched(new ArrayList<>(), new ArrayList<>(), brokenBatch, brokenValidation);
        }

        @Override
        public String name() {
            return "watched";
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
            LossCourse usual = new Loss.BinaryCrossEntropy().begin();
            return (batch, gradient) -> {
                double loss = usual.evaluate(batch, gradient);
                return broken(batch) ? batch.training() ? Double.POSITIVE_INFINITY : Double.NaN : loss;
            };
        }

        private boolean broken(LossBatch batch) {
            List<Integer> seen = batch.training() ? trained : judged;
            seen.add(batch.rows());
            return seen.size() - 1 == (batch.training() ? brokenBatch : brokenValidation);
        }
    }

    @ParameterizedTest(name = "{0} rows in batches of {1}")
    @CsvSource({"130, 50, 50 50 30", "101, 50, 50 51", "100, 50, 50 50", "40, 2048, 40", "41, 40, 41", "3, 1, 1 2"})
    @DisplayName("hold every row once; a last one that is not full is trained, a single row joins the one before")
    void holdEveryRowOnce(int rows, int batchSize, String expected) {
        Watched loss = Watched.breaking(-1, -1);
        train(loss, xor(rows, 1, 0), settings(1, batchSize, 1e-2)).close();
        assertThat(loss.trained())
                .containsExactlyElementsOf(
                        Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList());
        assertThat(loss.judged()).containsExactly(60);
    }

    @Test
    void doNothingWithoutWeight() {
        Rows rows = xor(6, 1, 0);
        Rows oneHeavy = new Rows(rows.features(), rows.labels(), new float[0][], new float[] {0, 0, 0, 2, 0, 0});
        Watched loss = Watched.breaking(-1, -1);
        try (TrainedModel model = train(loss, oneHeavy, settings(4, 2, 1e-2))) {
            assertThat(loss.trained()).containsExactly(2, 2, 2, 2);
            assertThat(Fixtures.curve(model, "loss", "training")).hasSize(4).allMatch(Double::isFinite);
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({"7, -1, 'epoch 3, batch 2'", "-1, 2, 'epoch 3, validation'"})
    @DisplayName("end where a loss is not finite, which names epoch and batch and keeps the best parameters")
    void endWhereALossIsNotFinite(int brokenBatch, int brokenValidation, String place) {
        Rows rows = xor(130, 1, 0);
        String noRestore = "epochs = %d, batch-size = 50, early-stopping { restore-best = false }";
        Watched loss = Watched.breaking(brokenBatch, brokenValidation);
        try (TrainedModel ended = train(loss, rows, settings(noRestore.formatted(9)))) {
            int kept = ended.history().best() + 1;
            assertThat(Fixtures.curve(ended, "loss", "validation")).hasSize(2).allMatch(Double::isFinite);
            assertThat(told.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains(place + ": the loss is not finite; training ends with the parameters of epoch " + kept);
            try (TrainedModel best = train(Watched.breaking(-1, -1), rows, settings(noRestore.formatted(kept)))) {
                Features fresh = new Features(xor(50, 3, 0).features(), 50);
                assertThat(ended.predict(fresh)).isDeepEqualTo(best.predict(fresh));
            }
        }
    }

    private TrainedModel train(Loss loss, Rows rows, NeuralSettings settings) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", XOR.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                List.of(new Layer.Dense(8), new Layer.Activation(ActivationFunction.TANH), new Layer.Dense(1));
        network.output("class", network.apply("body", layers, x), loss);
        return new NeuralTrainerProvider()
                .create(settings, new Fixtures.Host(new RandomStreams(1), log))
                .train(
                        new NeuralModel(network.build()),
                        new TrainingData(XOR, rows, xor(60, 2, 0)),
                        new Fixtures.Recorder());
    }
}
