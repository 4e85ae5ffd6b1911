package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.xor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Symmetry;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A network with symmetries")
class SymmetriesTest {

    private static final Symmetry BOTH = new Symmetry("both", Map.of(), Set.of("x", "y"));
    private static final Symmetry IMAGE = new Symmetry("image", Map.of("shower", 2), Set.of("beside"));
    private static final String STEP = "epochs = 3, batch-size = 64, early-stopping { patience = 0 }, optimizer {"
            + " learning-rate = 1e-3, epsilon = 1e-3 }, ";

    @TempDir
    private Path directory;

    private static TrainedModel train(NeuralModel model, TrainingData data, String more, int threads) {
        return train(model, data, more, threads, new Fixtures.Recorder());
    }

    private static TrainedModel train(
            NeuralModel model, TrainingData data, String more, int threads, TrainingContext context) {
        return new NeuralTrainerProvider()
                .create(settings(STEP + more), Context.standalone(1, threads))
                .train(model, data, context);
    }

    @Test
    @DisplayName("is trained on the same rows by the fused path and by an engine, by one thread and by several")
    void paths() {
        NeuralModel model = new NeuralModel(Fixtures.classifier(Fixtures.XOR), List.of(BOTH));
        TrainingData data = xor(0.3f);
        try (TrainedModel fused = train(model, data, "symmetries = true, path = fused", 1);
                TrainedModel threads = train(model, data, "symmetries = true, path = fused", 3);
                TrainedModel engine = train(model, data, "symmetries = true, path = engine", 1);
                TrainedModel without = train(model, data, "path = fused", 1)) {
            List<Double> ours = curve(fused, "loss", "training");
            assertThat(curve(threads, "loss", "training")).isEqualTo(ours);
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(ours.get(epoch))
                        .isCloseTo(curve(engine, "loss", "training").get(epoch), within(1e-3));
            }
            assertThat(curve(without, "loss", "training").get(0)).isNotCloseTo(ours.get(0), within(1e-3));
        }
    }

    @Test
    @DisplayName("of images is trained on the same rows by an engine and by what trains it by default")
    void images() {
        NeuralModel model = new NeuralModel(Showers.network(), List.of(IMAGE));
        String more = "symmetries = true, micro-batch-size = 24, path = ";
        try (TrainedModel usual = train(model, Showers.data(200), more + "auto", 2);
                TrainedModel engine = train(model, Showers.data(200), more + "engine", 1)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                double expected = curve(engine, "loss", "training").get(epoch);
                assertThat(curve(usual, "loss", "training").get(epoch)).isCloseTo(expected, within(1e-3 * expected));
            }
        }
    }

    @Test
    @DisplayName("has its images mirrored in training alone: a network that is not trained judges the same rows")
    void validation() {
        NeuralModel model = new NeuralModel(Showers.network(), List.of(IMAGE));
        String still = "symmetries = %s, optimizer.learning-rate = 1e-30, micro-batch-size = 24";
        try (TrainedModel with = train(model, Showers.data(200), still.formatted("true"), 1);
                TrainedModel without = train(model, Showers.data(200), still.formatted("false"), 1)) {
            assertThat(curve(with, "loss", "validation")).isEqualTo(curve(without, "loss", "validation"));
            assertThat(curve(with, "loss", "training")).doesNotHaveDuplicates();
            assertThat(curve(without, "loss", "training").get(0))
                    .isCloseTo(curve(without, "loss", "training").get(1), within(1e-5));
            Features rows = new Features(
                    Showers.rows(50, 3).features(), 50, Showers.rows(50, 3).images());
            assertThat(with.predict(rows)).isDeepEqualTo(without.predict(rows));
        }
    }

    @Test
    @DisplayName("goes on after an interruption to the same numbers")
    void resumed() {
        NeuralModel model = new NeuralModel(Showers.network(), List.of(IMAGE));
        TrainingData data = Showers.data(200);
        try (TrainedModel whole = train(model, data, "symmetries = true", 1)) {
            Fixtures.Recorder stopped = new Fixtures.Recorder(directory, done -> done >= 2);
            assertThatThrownBy(() -> train(model, data, "symmetries = true", 1, stopped))
                    .isInstanceOf(TrainingCancelledException.class);
            try (TrainedModel rest =
                    train(model, data, "symmetries = true", 1, new Fixtures.Recorder(directory, done -> false))) {
                assertThat(rest.history().curves()).isEqualTo(whole.history().curves());
            }
        }
    }

    @Test
    @DisplayName("must state them, and with axes that its images have")
    void refused() {
        NeuralTrainer trainer =
                new NeuralTrainer(settings("symmetries = true"), new Fixtures.Host(new RandomStreams(1)));
        assertThat(trainer.objection(new NeuralModel(Showers.network())))
                .hasValueSatisfying(reason -> assertThat(reason).contains("symmetries = true", "states none"));
        assertThat(trainer.objection(new NeuralModel(Showers.network(), List.of(IMAGE))))
                .isEmpty();
        Symmetry wrong = new Symmetry("wrong", Map.of("shower", 4), Set.of());
        assertThatThrownBy(() -> new NeuralModel(Showers.network(), List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("axis 4");
    }
}
