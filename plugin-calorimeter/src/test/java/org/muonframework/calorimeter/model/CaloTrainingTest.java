package org.muonframework.calorimeter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.NeuralSettings;
import org.muonframework.train.neural.NeuralTrainerProvider;

@DisplayName("The networks of the calorimeter, trained")
class CaloTrainingTest {

    private static final String HIDDEN = "hidden = [20, 20]";
    private static final Shape VOLUME = Shape.of(6, 4, 4);
    private static final Task TASK =
            new Task(List.of("logarithm"), List.of(), List.of("true_energy"), List.of(new Image("cells", VOLUME)));
    private static final TrainingData DATA = new TrainingData(TASK, rows(400, 1), rows(200, 2));

    @Test
    @DisplayName("calo-features finds energies to the error of its feature, the same on both paths")
    void features() {
        try (TrainedModel fused = train(new CaloFeaturesProvider(), HIDDEN, "fused", 30);
                TrainedModel engine = train(new CaloFeaturesProvider(), HIDDEN, "engine", 30)) {
            float[] predicted = predict(fused);
            assertThat(predict(engine)).containsExactly(predicted, within(30f));
            double[] differences = new double[predicted.length];
            for (int row = 0; row < differences.length; row++) {
                float truth = DATA.validation().targets()[0][row];
                differences[row] = Math.abs(predicted[row] - truth) / truth;
            }
            Arrays.sort(differences);
            assertThat(differences[differences.length / 2]).isLessThan(0.15);
        }
    }

    @Test
    @DisplayName("calo-cnn-small learns from cells on the path that is chosen by itself")
    void convolutions() {
        try (TrainedModel network = train(new CaloCnnSmallProvider(), HIDDEN + ", stages = 2", "auto", 5)) {
            List<Double> losses = losses(network, "validation");
            assertThat(losses.get(network.history().best() - 1)).isLessThan(0.5 * losses.get(0));
            assertThat(predict(network)).hasSize(200);
        }
    }

    @Test
    @DisplayName("calo-cnn has the same losses and predictions on both paths, in parts of batches too")
    void samePaths() {
        String model = HIDDEN + ", stages = 2, blocks = 2";
        for (int micro : new int[] {0, 40}) {
            try (TrainedModel fused = train(new CaloCnnProvider(), model, "fused", micro, 3);
                    TrainedModel engine = train(new CaloCnnProvider(), model, "engine", micro, 3)) {
                for (String part : List.of("training", "validation")) {
                    List<Double> theirs = losses(engine, part);
                    for (int epoch = 0; epoch < theirs.size(); epoch++) {
                        assertThat(losses(fused, part).get(epoch))
                                .as(part)
                                .isCloseTo(theirs.get(epoch), withinPercentage(1));
                    }
                }
                assertThat(predict(fused)).containsExactly(predict(engine), within(30f));
            }
        }
    }

    private static List<Double> losses(TrainedModel network, String part) {
        return network.history().curves().stream()
                .filter(curve -> curve.part().equals(part) && curve.quantity().equals("loss"))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static float[] predict(TrainedModel model) {
        Rows rows = DATA.validation();
        return model.predict(new Features(rows.features(), 200, rows.images()))[0];
    }

    private static <S extends Record> TrainedModel train(
            ModelProvider<S> provider, String text, String path, int epochs) {
        return train(provider, text, path, 0, epochs);
    }

    private static <S extends Record> TrainedModel train(
            ModelProvider<S> provider, String text, String path, int micro, int epochs) {
        NeuralSettings settings = Settings.bind(
                "path = %s, batch-size = 100, micro-batch-size = %d, epochs = %d, optimizer { learning-rate = 5e-3 }"
                        .formatted(path, micro, epochs),
                NeuralSettings.class);
        S model = Settings.bind(text, provider.settings());
        return new NeuralTrainerProvider()
                .create(settings, Context.standalone(3, 1))
                .train(provider.create(model, ModelContext.standalone(3, 1, TASK)), DATA, new Silent());
    }

    /**
     * A muon leaves a tenth of a percent of its energy in each of 20 cells, and its logarithm is measured to a tenth.
     */
    private static Rows rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[1][count];
        float[][] targets = new float[1][count];
        float[] weights = new float[count];
        double[] energies = new double[count];
        int[] starts = new int[count];
        int[] ends = new int[count];
        int[] cells = new int[20 * count];
        float[] values = new float[20 * count];
        for (int row = 0; row < count; row++) {
            energies[row] = targets[0][row] = (float) (50 + 7950 * random.nextDouble());
            features[0][row] = (float) (Math.log(energies[row]) + 0.1 * random.nextGaussian());
            weights[row] = 1;
            starts[row] = 20 * row;
            ends[row] = starts[row] + 20;
            for (int hit = starts[row]; hit < ends[row]; hit++) {
                cells[hit] = random.nextInt((int) VOLUME.elements());
                values[hit] = (float) (0.001 * energies[row]);
            }
        }
        return new Rows(
                features,
                new int[0],
                targets,
                weights,
                Map.of("true_energy", energies),
                new long[0],
                List.of(new SparseImages(VOLUME, starts, ends, cells, values)));
    }

    private static final class Silent implements TrainingContext {

        @Override
        public Optional<Path> checkpoint() {
            return Optional.empty();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(int step, int steps, String message) {
            // Nobody looks.
        }
    }
}
