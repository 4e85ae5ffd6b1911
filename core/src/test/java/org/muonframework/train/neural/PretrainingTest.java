package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.xor;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.ArchitectureException;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;

@DisplayName("A training after a pretraining")
class PretrainingTest {

    private static final String SETTINGS = """
            epochs = 4, batch-size = 0, optimizer { type = sgd, learning-rate = 0.05, momentum = 0 }
            early-stopping { patience = 0 }, path = %s
            pretraining {
              epochs = 6, batch-size = 100, optimizer { learning-rate = 1e-2 }
              schedule { type = plateau, patience = 2 }
            }
            """;

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final LoggerContext logs = new LoggerContext();

    @BeforeEach
    void listen() {
        told.start();
        logs.getLogger("test").addAppender(told);
    }

    /** Ten times the mean weighted distance of the score from the class; not a number from a step on. */
    private record Distance(int lastStep) implements Loss.Custom {

        @Override
        public String name() {
            return toString();
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
            int[] steps = {0};
            return (batch, gradient) -> {
                double loss = 0;
                for (int row = 0; row < batch.rows(); row++) {
                    double score = 1 / (1 + Math.exp(-batch.outputs()[row]));
                    double weight = 10 * batch.weights()[row] / batch.totalWeight();
                    double sign = batch.truth()[row] > 0 ? -1 : 1;
                    loss += weight * Math.abs(score - batch.truth()[row]);
                    gradient[row] = (float) (weight * sign * score * (1 - score));
                }
                steps[0] += batch.training() ? 1 : 0;
                return steps[0] > lastStep ? Double.NaN : loss;
            };
        }
    }

    @ParameterizedTest(name = "on the path {0}")
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("goes on from its best parameters with another loss, batch size, optimiser and schedule")
    void goesOn(String path) {
        Fixtures.Recorder recorder = new Fixtures.Recorder();
        try (TrainedModel model = train(distance(Integer.MAX_VALUE), SETTINGS.formatted(path), recorder)) {
            assertThat(recorder.messages()).hasSize(10);
            assertThat(recorder.messages().get(0)).startsWith("1/10 pretraining, loss 0.");
            assertThat(recorder.messages().get(9)).startsWith("10/10 training, loss ");

            List<Double> before = curve(model, "pretraining-loss", "validation");
            List<Double> after = curve(model, "loss", "validation");
            assertThat(before.subList(0, 6)).allMatch(Double::isFinite).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(before.subList(6, 10)).containsOnly(Double.NaN);
            assertThat(after.subList(0, 6)).containsOnly(Double.NaN);
            assertThat(after.subList(6, 10)).allMatch(loss -> loss > 1).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(curve(model, "accuracy", "validation")).hasSize(10).doesNotContain(Double.NaN);
            assertThat(curve(model, "learning-rate", "").subList(6, 10)).containsOnly(0.05);
            assertThat(model.history().best()).isEqualTo(9);
            assertThat(model.history().validationLoss()).hasValue(after.get(9));
        }
        assertThat(messages("DEBUG", "INFO")).hasSize(2).allMatch(text -> text.contains("training, training 3 layers"));
    }

    @Test
    @DisplayName("is computed alike by both paths")
    void equalPaths() {
        try (TrainedModel fused = train(distance(99), SETTINGS.formatted("fused"), new Fixtures.Recorder());
                TrainedModel engine = train(distance(99), SETTINGS.formatted("engine"), new Fixtures.Recorder())) {
            for (int epoch = 6; epoch < 10; epoch++) {
                assertThat(curve(fused, "loss", "validation").get(epoch))
                        .isCloseTo(curve(engine, "loss", "validation").get(epoch), within(2e-3));
            }
        }
    }

    @ParameterizedTest(name = "stopped after {0} epochs")
    @ValueSource(ints = {2, 6, 8})
    @DisplayName("continues to the same bits wherever it was interrupted")
    void resumes(int stop) throws IOException {
        Architecture network = distance(Integer.MAX_VALUE);
        String settings = SETTINGS.formatted("fused");
        assertThatThrownBy(() -> train(network, settings, new Fixtures.Recorder(directory, done -> done == stop)))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage(
                        stop < 6
                                ? "pretraining, stopped in epoch 3 after batch 1; 2 finished epochs are in the checkpoint"
                                : "training, stopped in epoch " + (stop - 5) + " after batch 1; " + (stop - 6)
                                        + " finished epochs are in the checkpoint");
        Fixtures.Recorder recorder = new Fixtures.Recorder(directory, done -> false);
        try (TrainedModel straight = train(network, settings, new Fixtures.Recorder());
                TrainedModel resumed = train(network, settings, recorder)) {
            assertThat(recorder.messages()).hasSize(10 - stop);
            assertThat(resumed.history().curves()).isEqualTo(straight.history().curves());
            Features features = new Features(xor(50, 9, 0).features(), 50);
            assertThat(resumed.predict(features)[0]).containsExactly(straight.predict(features)[0]);
        }
    }

    @Test
    @DisplayName("has the best parameters of the pretraining where its first loss is not finite, and says so")
    void divergesAtOnce() {
        try (TrainedModel model = train(distance(0), SETTINGS.formatted("fused"), new Fixtures.Recorder())) {
            List<Double> losses = curve(model, "pretraining-loss", "validation");
            assertThat(losses).hasSize(6);
            assertThat(model.history().best()).isEqualTo(losses.indexOf(Collections.min(losses)));
            assertThat(model.history().validationLoss()).isEmpty();
            assertThat(messages("WARN"))
                    .containsExactly("training, epoch 1, batch 1: the loss is not finite; training ends with the"
                            + " parameters of pretraining, epoch "
                            + (model.history().best() + 1));
            assertThat(model.predict(new Features(xor(5, 9, 0).features(), 5))[0])
                    .doesNotContain(Float.NaN);
        }
    }

    @Test
    @DisplayName("has its own best parameters where a later loss is not finite")
    void divergesLater() {
        try (TrainedModel model = train(distance(2), SETTINGS.formatted("fused"), new Fixtures.Recorder())) {
            assertThat(model.history().best()).isEqualTo(7);
            assertThat(model.history().validationLoss()).isPresent();
            assertThat(messages("WARN"))
                    .containsExactly("training, epoch 3, batch 1: the loss is not finite; training ends with the"
                            + " parameters of training, epoch 2");
        }
    }

    @Test
    @DisplayName("does not begin where the pretraining diverged")
    void pretrainingDiverges() {
        Architecture network = network(new Loss.Pretrained(new Distance(15), new Loss.BinaryCrossEntropy()));
        try (TrainedModel model = train(network, SETTINGS.formatted("fused"), new Fixtures.Recorder())) {
            assertThat(model.history().best()).isZero();
            assertThat(model.history().validationLoss()).isEmpty();
            assertThat(messages("WARN")).singleElement().asString().startsWith("pretraining, epoch 2, batch 6: ");
        }
        Architecture broken = network(new Loss.Pretrained(new Distance(0), new Loss.BinaryCrossEntropy()));
        assertThatThrownBy(() -> train(broken, SETTINGS.formatted("fused"), new Fixtures.Recorder()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("pretraining, epoch 1, batch 1: the loss is not finite");
    }

    @Test
    @DisplayName("may have the same loss, and is there to be saved and loaded")
    void sameLoss() throws IOException {
        Architecture network = distance(Integer.MAX_VALUE);
        try (TrainedModel model = train(network, SETTINGS.formatted("fused"), new Fixtures.Recorder());
                TrainedModel warm = train(
                        network(new Loss.BinaryCrossEntropy()), SETTINGS.formatted("fused"), new Fixtures.Recorder())) {
            assertThat(warm.history().curves()).hasSize(7);
            Path saved = Files.createDirectory(directory.resolve("saved"));
            model.save(saved);
            try (TrainedModel loaded = new NeuralTrainerProvider()
                    .load(saved, new NeuralModel(network), new Fixtures.Host(new RandomStreams(1)))) {
                assertThat(loaded.history()).isEqualTo(model.history());
            }
            assertThat(Files.readString(saved.resolve("model.json"))).contains("\"type\" : \"pretrained\"");
        }
    }

    @Test
    @DisplayName("is refused where the model has a loss for a pretraining and the trainer has none")
    void refused() {
        NeuralTrainer plain = new NeuralTrainer(Fixtures.settings(1, 5, 1e-2), new Fixtures.Host(new RandomStreams(1)));
        assertThat(plain.objection(new NeuralModel(distance(1))))
                .hasValue("the model has a loss for a pretraining of its own, and the trainer none; expected a section"
                        + " 'pretraining', such as pretraining { epochs = 150 }");
        assertThatThrownBy(() -> new Loss.Pretrained(new Loss.MeanSquaredError(), new Distance(1)))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage(
                        "the loss of the pretraining has the link IDENTITY and the truth TARGETS, that of the training"
                                + " SIGMOID and CLASS");
    }

    private List<String> messages(String... levels) {
        List<String> messages = new ArrayList<>();
        for (ILoggingEvent event : told.list) {
            if (List.of(levels).contains(event.getLevel().toString())) {
                messages.add(event.getFormattedMessage());
            }
        }
        return messages;
    }

    private TrainedModel train(Architecture architecture, String settings, Fixtures.Recorder recorder) {
        return new NeuralTrainerProvider()
                .create(Fixtures.settings(settings), new Fixtures.Host(new RandomStreams(1), logs.getLogger("test")))
                .train(new NeuralModel(architecture), xor(0), recorder);
    }

    private static Architecture distance(int lastStep) {
        return network(new Loss.Pretrained(new Loss.BinaryCrossEntropy(), new Distance(lastStep)));
    }

    private static Architecture network(Loss loss) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", XOR.features(), Scaling.STANDARDISE);
        List<Layer> layers =
                List.of(new Layer.Dense(16), new Layer.Activation(ActivationFunction.TANH), new Layer.Dense(1));
        return network.output("class", network.apply("body", layers, x), loss).build();
    }
}
