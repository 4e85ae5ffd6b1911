package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A training that no longer gets better")
class PatienceTest {

    @Test
    void stopsWhenTheValidationLossNoLongerFallsAndKeepsTheBestEpoch() {
        Rows rows = xor(40, 1, 0);
        Rows opposite = opposite(rows);
        int[] wrong = opposite.labels();
        NeuralSettings settings = settings(
                "epochs = 50, batch-size = 40, optimizer { learning-rate = 1e-2 }, early-stopping { patience = 4 }");
        try (TrainedModel model = train(classifier(XOR), new TrainingData(XOR, rows, opposite), settings, 1)) {
            List<Double> losses = curve(model, "loss", "validation");
            int best = model.history().best();
            assertThat(losses).hasSizeLessThan(50).hasSize(best + 5);
            assertThat(losses.get(best)).isEqualTo(Collections.min(losses));
            float[] scores = model.predict(new Features(rows.features(), rows.size()))[0];
            double loss = IntStream.range(0, 40)
                    .mapToDouble(row -> -Math.log(wrong[row] == 1 ? scores[row] : 1 - scores[row]))
                    .average()
                    .orElseThrow();
            assertThat(loss).isCloseTo(losses.get(best), within(1e-5));
        }
    }

    @Test
    @DisplayName("halves the rate after 5 epochs in a row that are not better than the best one, and stops after 10")
    void followsAPlateau() {
        Rows rows = xor(40, 1, 0);
        NeuralSettings settings = settings("""
                epochs = 100, batch-size = 40
                optimizer { type = adam, learning-rate = 1e-3 }
                schedule { type = plateau, factor = 0.5, patience = 5, min-learning-rate = 1e-6, min-delta = 1e-5 }
                early-stopping { patience = 10, min-delta = 1e-5, restore-best = true }
                """);
        try (TrainedModel model = train(classifier(XOR), new TrainingData(XOR, rows, opposite(rows)), settings, 1)) {
            List<Double> losses = curve(model, "loss", "validation");
            List<Double> rates = curve(model, "learning-rate", "");
            int best = model.history().best();
            assertThat(losses).hasSize(best + 11);
            assertThat(rates.subList(0, best + 6)).containsOnly(1e-3);
            assertThat(rates.subList(best + 6, best + 11)).containsOnly(5e-4);
        }
    }

    /** The same rows, each of the other class: the better a model fits the ones, the worse the others. */
    private static Rows opposite(Rows rows) {
        int[] wrong = Arrays.stream(rows.labels()).map(label -> 1 - label).toArray();
        return new Rows(rows.features(), wrong, new float[0][], rows.weights());
    }
}
