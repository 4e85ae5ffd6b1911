package org.muonframework.train.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

@DisplayName("Boosted trees")
class BoostedTreesTest {

    @Test
    void two_classes_give_one_probability_that_is_right_more_often_than_the_majority() {
        Rows test = Toy.rows(Toy.TWO_CLASSES, 2000, 3);
        try (TrainedModel model = Toy.train(Toy.settings(40, 1, 0), Toy.data(Toy.TWO_CLASSES), new Toy.Environment())) {
            float[][] predictions = model.predict(Toy.features(test));
            assertThat(predictions).hasNumberOfRows(1);
            int right = 0;
            for (int i = 0; i < test.size(); i++) {
                assertThat(predictions[0][i]).isBetween(0f, 1f);
                right += (predictions[0][i] > 0.5f ? 1 : 0) == test.labels()[i] ? 1 : 0;
            }
            // The best possible is ½ + arctan(1/0.7)/π = 0.806.
            assertThat(right / 2000.0).isBetween(0.76, 0.83);
        }
    }

    @Test
    void three_classes_give_probabilities_that_add_up_to_one() {
        Rows test = Toy.rows(Toy.THREE_CLASSES, 100, 3);
        try (TrainedModel model =
                Toy.train(Toy.settings(20, 1, 5), Toy.data(Toy.THREE_CLASSES), new Toy.Environment())) {
            float[][] predictions = model.predict(Toy.features(test));
            assertThat(predictions).hasNumberOfRows(3);
            for (int i = 0; i < 100; i++) {
                assertThat(predictions[0][i] + predictions[1][i] + predictions[2][i])
                        .isCloseTo(1f, within(1e-5f));
            }
        }
    }

    @Test
    void targets_come_back_in_their_own_units_each_from_a_booster_of_its_own() {
        Rows test = Toy.rows(Toy.TARGETS, 1000, 3);
        try (TrainedModel model = Toy.train(Toy.settings(60, 1, 0), Toy.data(Toy.TARGETS), new Toy.Environment())) {
            float[][] predictions = model.predict(Toy.features(test));
            assertThat(rms(predictions[0], test.targets()[0])).isBetween(0.1, 0.25);
            assertThat(rms(predictions[1], test.targets()[1])).isLessThan(0.15);
        }
    }

    @Test
    void classes_and_targets_are_learned_together() {
        Rows test = Toy.rows(Toy.BOTH, 1000, 3);
        try (TrainedModel model = Toy.train(Toy.settings(60, 1, 0), Toy.data(Toy.BOTH), new Toy.Environment())) {
            float[][] predictions = model.predict(Toy.features(test));
            assertThat(predictions[0][0]).isBetween(0f, 1f);
            assertThat(rms(predictions[1], test.targets()[0])).isLessThan(0.3);
        }
    }

    @Test
    void history_holds_weighted_loss_and_accuracy_of_both_parts() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        try (TrainedModel model = Toy.train(Toy.settings(30, 1, 0), data, new Toy.Environment())) {
            History history = model.history();
            assertThat(history.step()).isEqualTo("round");
            assertThat(history.curves())
                    .extracting(curve -> curve.quantity() + " " + curve.part())
                    .containsExactly("loss training", "loss validation", "accuracy training", "accuracy validation");
            assertThat(history.curves())
                    .allSatisfy(curve -> assertThat(curve.values()).hasSize(30));
            float[] score = model.predict(Toy.features(data.validation()))[0];
            double loss = 0;
            double right = 0;
            double sum = 0;
            for (int i = 0; i < score.length; i++) {
                double p = data.validation().labels()[i] == 1 ? score[i] : 1 - score[i];
                double weight = data.validation().weights()[i];
                loss -= weight * Math.log(p);
                right += p > 0.5 ? weight : 0;
                sum += weight;
            }
            assertThat(last(history.curves().get(1))).isCloseTo(loss / sum, within(1e-5));
            assertThat(last(history.curves().get(3))).isCloseTo(right / sum, within(1e-6));
            assertThat(history.rowsPerSecond()).isPositive();
            assertThat(history.seconds()).isPositive();
        }
    }

    @Test
    void regression_loss_is_the_squared_error_in_units_of_the_targets_variance() {
        Task task = new Task(Toy.FEATURES, List.of(), List.of("mass"));
        try (TrainedModel model = Toy.train(Toy.settings(60, 1, 0), Toy.data(task), new Toy.Environment())) {
            LearningCurve loss = model.history().curves().get(0);
            assertThat(loss.values().get(0)).isBetween(0.6, 1.0);
            assertThat(last(loss)).isLessThan(0.01);
            assertThat(model.history().curves()).hasSize(2);
        }
    }

    @Test
    void early_stopping_predicts_with_the_best_round() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        TrainedModel stopped = Toy.train(Toy.settings(200, 1, 10), data, new Toy.Environment());
        int best = stopped.history().best();
        int done = stopped.history().curves().get(0).values().size();
        assertThat(stopped.history().validationLoss())
                .hasValue(stopped.history().curves().get(1).values().get(best));
        assertThat(done).isEqualTo(best + 1 + 10).isLessThan(200);
        TrainedModel straight = Toy.train(Toy.settings(best + 1, 1, 0), data, new Toy.Environment());
        var rows = Toy.features(data.validation());
        assertThat(stopped.predict(rows)).isDeepEqualTo(straight.predict(rows));
        stopped.close();
        straight.close();
    }

    @Test
    void a_row_of_weight_zero_has_no_influence() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        Rows all = data.training();
        int half = all.size() / 2;
        float[] weights = all.weights().clone();
        int[] labels = all.labels().clone();
        for (int i = half; i < all.size(); i++) {
            weights[i] = 0;
            labels[i] = 1 - labels[i];
        }
        Rows poisoned = new Rows(all.features(), labels, new float[0][], weights);
        try (TrainedModel model = Toy.train(
                Toy.settings(30, 1, 0),
                new TrainingData(data.task(), poisoned, data.validation()),
                new Toy.Environment())) {
            assertThat(last(model.history().curves().get(3))).isGreaterThan(0.74);
        }
    }

    @Test
    void the_scale_of_the_weights_does_not_matter() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        TrainingData scaled = new TrainingData(data.task(), scaled(data.training()), scaled(data.validation()));
        try (TrainedModel one = Toy.train(Toy.settings(10, 1, 0), data, new Toy.Environment());
                TrainedModel other = Toy.train(Toy.settings(10, 1, 0), scaled, new Toy.Environment())) {
            var rows = Toy.features(data.validation());
            assertThat(other.predict(rows)[0]).containsExactly(one.predict(rows)[0], within(1e-4f));
        }
    }

    @Test
    void missing_values_go_their_own_way() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        Arrays.fill(data.training().features()[2], Float.NaN);
        try (TrainedModel model = Toy.train(Toy.settings(5, 1, 0), data, new Toy.Environment())) {
            assertThat(model.predict(Toy.features(data.training()))[0]).doesNotContain(Float.NaN);
        }
    }

    @Test
    void a_saved_model_predicts_the_same_when_loaded(@TempDir Path directory) throws IOException {
        TrainingData data = Toy.data(Toy.BOTH);
        var rows = Toy.features(data.validation());
        TrainedModel model = Toy.train(Toy.settings(200, 0.7, 5), data, new Toy.Environment());
        model.save(directory);
        float[][] before = model.predict(rows);
        History history = model.history();
        model.close();
        assertThat(directory).isDirectoryContaining("glob:**/model.json");
        TreeModel untrained = new TreeModel(Toy.BOTH, Map.of());
        try (TrainedModel loaded =
                new BoostedTreesTrainerProvider().load(directory, untrained, new Toy.Environment())) {
            assertThat(loaded.predict(rows)).isDeepEqualTo(before);
            assertThat(loaded.task()).isEqualTo(Toy.BOTH);
            assertThat(loaded.history()).isEqualTo(history);
        }
    }

    @Test
    void a_damaged_missing_or_other_model_is_named(@TempDir Path directory) throws IOException {
        var provider = new BoostedTreesTrainerProvider();
        var untrained = new TreeModel(Toy.TWO_CLASSES, Map.of());
        assertThatThrownBy(() -> provider.load(directory, untrained, new Toy.Environment()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json: no such file");
        try (TrainedModel model = Toy.train(Toy.settings(3, 1, 0), Toy.data(Toy.TWO_CLASSES), new Toy.Environment())) {
            model.save(directory);
        }
        var lossguide = new TreeModel(Toy.TWO_CLASSES, Map.of("grow_policy", "lossguide"));
        assertThatThrownBy(() -> provider.load(directory, lossguide, new Toy.Environment()))
                .isInstanceOf(IOException.class)
                .hasMessage(directory + " is of another model than the configuration makes: its parameters are"
                        + " {grow_policy=lossguide}, were saved as {}");
        Path trees = directory.resolve("classes.ubj");
        byte[] bytes = Files.readAllBytes(trees);
        Files.write(trees, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> provider.load(directory, untrained, new Toy.Environment()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("classes.ubj: damaged")
                .hasMessageNotContaining("Stack trace");
    }

    @Test
    void the_gain_of_a_feature_tells_what_matters() {
        try (TrainedModel model = Toy.train(Toy.settings(20, 1, 0), Toy.data(Toy.TWO_CLASSES), new Toy.Environment())) {
            assertThat(model.featureGains()).hasSize(1);
            Map<String, Double> gain = model.featureGains().get(0).shares();
            assertThat(gain.get("decides")).isGreaterThan(0.6);
            assertThat(gain.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void negative_weights_are_refused_with_the_policies_that_help() {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        data.training().weights()[17] = -1;
        assertThatThrownBy(() -> Toy.train(Toy.settings(5, 1, 0), data, new Toy.Environment()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 of 2000 training weights")
                .hasMessageContaining("weights.negative = zero-in-training")
                .hasMessageContaining("weights.negative = absolute");
    }

    @Test
    void an_infinite_feature_or_target_is_bad_data() {
        TrainingData features = Toy.data(Toy.TWO_CLASSES);
        features.training().features()[1][4] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(() -> Toy.train(Toy.settings(5, 1, 0), features, new Toy.Environment()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("training row 4: feature 1 is infinite");
        TrainingData targets = Toy.data(Toy.TARGETS);
        targets.validation().targets()[0][4] = Float.NaN;
        assertThatThrownBy(() -> Toy.train(Toy.settings(5, 1, 0), targets, new Toy.Environment()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("validation")
                .hasMessageNotContaining("Stack trace");
    }

    @Test
    void unknown_and_governed_parameters_are_refused_and_a_bad_value_is_explained() {
        assertThatThrownBy(() -> BoosterParameters.check(Map.of("max_delta_stp", "1", "eta", "0.3")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model.parameters.eta: is set by 'trainer.learning-rate'")
                .hasMessageContaining("model.parameters.max_delta_stp")
                .hasMessageContaining("max_delta_step");
        var trainer = new BoostedTreesTrainerProvider().create(Toy.settings(5, 1, 0), new Toy.Environment());
        var model = new TreeModel(Toy.TWO_CLASSES, Map.of("grow_policy", "sideways"));
        assertThat(trainer.objection(model)).isEmpty();
        assertThatThrownBy(() -> trainer.train(model, Toy.data(Toy.TWO_CLASSES), new Toy.Environment()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sideways")
                .hasMessageNotContaining("Stack trace");
    }

    private static Rows scaled(Rows rows) {
        float[] weights = rows.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 1e-3f;
        }
        return new Rows(rows.features(), rows.labels(), rows.targets(), weights);
    }

    private static double last(LearningCurve curve) {
        return curve.values().get(curve.values().size() - 1);
    }

    private static double rms(float[] predicted, float[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += Math.pow(predicted[i] - truth[i], 2);
        }
        return Math.sqrt(sum / truth.length);
    }
}
