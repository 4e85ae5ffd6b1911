package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.last;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.model.AutoencoderProvider;
import org.muonframework.train.model.AutoencoderSettings;
import org.muonframework.train.model.FeatureScaling;
import org.muonframework.train.model.VaeProvider;
import org.muonframework.train.model.VaeSettings;

@DisplayName("An autoencoder in training")
class AutoencoderTest {

    private static final Task TASK = new Task(List.of("a", "b", "c", "d"), List.of(), List.of());
    private static final int ROWS = 2000;

    /** Four features of two numbers, and a little noise: two numbers are enough to tell them. */
    private static Rows rows(int n, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[4][n];
        float[] weights = new float[n];
        for (int row = 0; row < n; row++) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            features[0][row] = (float) (100 + 10 * u);
            features[1][row] = (float) (u + v + 0.05 * random.nextGaussian());
            features[2][row] = (float) v;
            features[3][row] = (float) (v - u + 0.05 * random.nextGaussian());
            weights[row] = 1;
        }
        return new Rows(features, new int[0], new float[0][], weights);
    }

    private static NeuralModel vae(double beta) {
        VaeSettings settings =
                new VaeSettings(2, List.of(16), ActivationFunction.RELU, FeatureScaling.STANDARDISE, beta, 10);
        return (NeuralModel) new VaeProvider().create(settings, ModelContext.standalone(1, 1, TASK));
    }

    private static NeuralModel plain() {
        AutoencoderSettings settings =
                new AutoencoderSettings(2, List.of(16), ActivationFunction.RELU, FeatureScaling.STANDARDISE);
        return (NeuralModel) new AutoencoderProvider().create(settings, ModelContext.standalone(1, 1, TASK));
    }

    private static TrainedModel train(NeuralModel model, int epochs, String path) {
        TrainingData data = new TrainingData(model.learned(TASK), rows(ROWS, 1), rows(ROWS / 2, 2));
        NeuralSettings settings =
                Fixtures.settings("epochs = " + epochs + ", batch-size = 100, early-stopping { patience = 0 }, path = "
                        + path + ", optimizer { type = adam, learning-rate = 5e-3 }");
        return new NeuralTrainerProvider()
                .create(settings, Context.standalone(3, 2))
                .train(model, data, new Fixtures.Recorder());
    }

    private static float[] predicted(TrainedModel model, String column) {
        Rows rows = rows(ROWS / 2, 2);
        return model.predict(new Features(rows.features(), rows.size()))[
                model.task().extraOf(column)];
    }

    private static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    @DisplayName("finds the two numbers behind four features, and predicts the error that it is trained on")
    void compresses() {
        try (TrainedModel model = train(plain(), 40, "fused")) {
            double error = mean(predicted(model, "reconstruction_error"));
            assertThat(error).isLessThan(0.02);
            assertThat(error).isCloseTo(last(model, "loss-reconstruction", "validation"), within(0.01));
            float[] given = rows(ROWS / 2, 2).features()[0];
            float[] restored = predicted(model, "reconstructed_a");
            assertThat(mean(restored)).isCloseTo(100, within(1.0));
            assertThat(restored[7]).isCloseTo(given[7], within(6f));
        }
    }

    @Test
    @DisplayName(
            "of the variational kind spreads its code like a standard Gaussian, and makes rows like those it knows")
    void generates() {
        try (TrainedModel model = train(vae(0.05), 60, "fused")) {
            assertThat(deviation(predicted(model, "latent_1"))).isBetween(0.6, 1.2);
            assertThat(deviation(predicted(model, "latent_2"))).isBetween(0.6, 1.2);
            RowGenerator generator = model.generator().orElseThrow();
            assertThat(generator.columns()).containsExactly("a", "b", "c", "d");
            float[][] codes = new float[generator.codes()][5000];
            Random random = new Random(9);
            for (float[] code : codes) {
                for (int row = 0; row < code.length; row++) {
                    code[row] = (float) random.nextGaussian();
                }
            }
            float[][] made = generator.make(codes);
            assertThat(mean(made[0])).isCloseTo(100, within(2.0));
            assertThat(deviation(made[0])).isBetween(7.0, 13.0);
            assertThat(deviation(made[2])).isBetween(0.7, 1.3);
        }
    }

    @Test
    @DisplayName("with a large beta ignores its features: the code is nothing, and it gives the mean always")
    void collapses() {
        try (TrainedModel model = train(vae(10), 30, "fused")) {
            assertThat(deviation(predicted(model, "latent_1"))).isLessThan(0.1);
            assertThat(deviation(predicted(model, "latent_2"))).isLessThan(0.1);
            assertThat(last(model, "loss-divergence", "validation")).isLessThan(0.05);
            assertThat(mean(predicted(model, "reconstruction_error"))).isCloseTo(1, within(0.1));
        }
    }

    @Test
    @DisplayName("with beta 0 is free: its divergence is large and its error as small as that of the plain kind")
    void free() {
        try (TrainedModel model = train(vae(0), 60, "fused");
                TrainedModel held = train(vae(0.05), 60, "fused")) {
            assertThat(last(model, "loss-divergence", "validation"))
                    .isGreaterThan(2 * last(held, "loss-divergence", "validation"));
            assertThat(mean(predicted(model, "reconstruction_error"))).isLessThan(0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "engine"})
    @DisplayName("makes the same rows from its code as it gives back, also when it was saved and loaded")
    void sameRows(String path, @TempDir Path directory) throws Exception {
        NeuralModel untrained = vae(0.01);
        try (TrainedModel model = train(untrained, 3, path)) {
            float[][] codes = {predicted(model, "latent_1"), predicted(model, "latent_2")};
            float[][] made = model.generator().orElseThrow().make(codes);
            for (int f = 0; f < made.length; f++) {
                assertThat(made[f])
                        .containsExactly(
                                predicted(
                                        model,
                                        "reconstructed_" + TASK.features().get(f)),
                                within(1e-4f));
            }
            model.save(directory);
            try (TrainedModel loaded =
                    new NeuralTrainerProvider().load(directory, untrained, new Fixtures.Host(new RandomStreams(1)))) {
                assertThat(loaded.task()).isEqualTo(model.task());
                assertThat(loaded.generator().orElseThrow().make(codes)).isDeepEqualTo(made);
            }
        }
    }

    @Test
    @DisplayName("has the same losses on the fused path and the engine, with the same noise")
    void samePaths() {
        try (TrainedModel fused = train(vae(0.02), 3, "fused");
                TrainedModel engine = train(vae(0.02), 3, "engine")) {
            for (String quantity : List.of("loss", "loss-reconstruction", "loss-divergence")) {
                for (String part : List.of("training", "validation")) {
                    double expected = last(engine, quantity, part);
                    assertThat(last(fused, quantity, part))
                            .as(quantity + " " + part)
                            .isCloseTo(expected, within(2e-3 * Math.abs(expected) + 1e-5));
                }
            }
        }
    }

    @Test
    @DisplayName("whose output is not asked for anything has no curve for it")
    void curves() {
        try (TrainedModel model = train(plain(), 1, "fused")) {
            assertThat(model.history().curves())
                    .extracting(curve -> curve.quantity())
                    .contains("loss-reconstruction")
                    .doesNotContain("loss-latent", "loss-restored");
        }
    }
}
