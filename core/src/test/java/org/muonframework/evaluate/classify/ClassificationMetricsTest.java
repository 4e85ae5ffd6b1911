package org.muonframework.evaluate.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.evaluate.NoSettings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.training.LearningCurvesProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;
import org.muonframework.stats.Roc;

@DisplayName("Metrics of classifiers")
class ClassificationMetricsTest {

    private static final NoSettings NONE = new NoSettings();
    private static final AccuracySettings ALONE = new AccuracySettings(Optional.empty());
    private static final ScoreDistributionSettings FOUR_BINS = new ScoreDistributionSettings(4, true);

    private static final Sample TRAINING =
            Case.classified(Part.TRAINING, new int[] {0, 0, 1, 1}, Case.ones(4), new float[] {.1f, .3f, .6f, .9f});
    private static final Sample TEST =
            Case.classified(Part.TEST, new int[] {1, 1, 1, 0, 0}, new double[] {2, 1, 3, 4, 0.5}, new float[] {
                0.9f, 0.5f, 0.5f, 0.5f, 0.1f
            });

    @Test
    void are_found_as_services_each_under_its_name() {
        assertThat(ServiceLoader.load(MetricProvider.class).stream()
                        .map(provider -> provider.get().name()))
                .contains(
                        "accuracy",
                        "calibration",
                        "confusion-matrix",
                        "learning-curves",
                        "residuals",
                        "roc",
                        "score-distribution");
    }

    @Test
    void auc_counts_ties_and_weights_on_every_part() {
        MetricResult result = Case.metric(new RocProvider(), NONE).evaluate(Case.of(Case.TWO, TRAINING, TEST));
        assertThat(Case.value(result, "auc", Part.TRAINING).value()).isEqualTo(1);
        MetricValue auc = Case.value(result, "auc", Part.TEST);
        assertThat(auc.value()).isCloseTo(19.0 / 27, within(1e-12));
        assertThat(auc.low()).isLessThan(auc.value());
        assertThat(auc.high()).isGreaterThan(auc.value());
        assertThat(result.figures()).extracting(Figure::name).containsExactly("roc-curve", "background-rejection");
        assertThat(result.figures().get(0).marks())
                .extracting(Mark::label)
                .containsExactly("training, AUC = 1.0000", "test, AUC = 0.7037", "random");
        assertThat(result.figures().get(0).x().title()).isEqualTo("background efficiency");
        assertThat(result.figures().get(1).y().logarithmic()).isTrue();
    }

    @Test
    void auc_has_the_interval_of_delong_for_equal_weights_and_of_a_bootstrap_for_others() {
        Sample sample = scored(Part.TEST, new SplittableRandom(1), 2000, 2);
        Arrays.fill(sample.weights(), 0.25);
        OneAgainstRest one = OneAgainstRest.of(sample, Case.TWO, 1);
        double delong = Roc.of(one.scores(), one.members(), one.weights()).aucError();
        assertThat(errorOfAuc(sample)).isCloseTo(delong, within(1e-12));
        sample.weights()[0] = 0.26;
        assertThat(errorOfAuc(sample)).isNotCloseTo(delong, within(1e-6)).isCloseTo(delong, withinPercentage(25));
        assertThat(errorOfAuc(sample)).isEqualTo(errorOfAuc(sample));
    }

    private static double errorOfAuc(Sample sample) {
        MetricResult result = Case.metric(new RocProvider(), NONE).evaluate(Case.of(Case.TWO, sample));
        MetricValue auc = Case.value(result, "auc", Part.TEST);
        return auc.high() - auc.value();
    }

    @Test
    void auc_of_several_classes_is_each_against_the_rest() {
        Sample test = Case.classified(
                Part.TEST,
                new int[] {0, 1, 2, 2},
                Case.ones(4),
                new float[] {.8f, .1f, .1f, .2f},
                new float[] {.1f, .3f, .3f, .4f},
                new float[] {.1f, .6f, .6f, .4f});
        MetricResult result = Case.metric(new RocProvider(), NONE).evaluate(Case.of(Case.THREE, test));
        assertThat(Case.value(result, "auc", Part.TEST, "class=pion").value()).isEqualTo(1);
        assertThat(Case.value(result, "auc", Part.TEST, "class=kaon").value()).isEqualTo(0.5);
        assertThat(Case.value(result, "auc", Part.TEST, "class=muon").value()).isEqualTo(0.625);
        assertThat(result.figures().get(0).marks()).hasSize(4);
    }

    @Test
    void accuracy_is_weighted_has_an_interval_and_stands_beside_the_majority() {
        MetricResult result = Case.metric(new AccuracyProvider(), ALONE).evaluate(Case.of(Case.TWO, TEST));
        MetricValue accuracy = Case.value(result, "accuracy", Part.TEST);
        // A score of ½ does not exceed ½: right are rows 0 (2), 3 (4) and 4 (0.5) of 10.5.
        assertThat(accuracy.value()).isCloseTo(6.5 / 10.5, within(1e-12));
        assertThat(accuracy.low()).isBetween(0.2, 0.5);
        assertThat(accuracy.high()).isBetween(0.75, 0.95);
        assertThat(Case.value(result, "majority-accuracy", Part.TEST).value()).isCloseTo(6 / 10.5, within(1e-12));
    }

    @Test
    void accuracy_of_several_classes_takes_the_largest_score() {
        Sample test = Case.classified(
                Part.TEST,
                new int[] {0, 1, 2},
                Case.ones(3),
                new float[] {.4f, .1f, .5f},
                new float[] {.3f, .3f, .3f},
                new float[] {.3f, .6f, .2f});
        MetricResult result = Case.metric(new AccuracyProvider(), ALONE).evaluate(Case.of(Case.THREE, test));
        assertThat(Case.value(result, "accuracy", Part.TEST).value()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void a_weight_of_w_counts_as_w_copies_of_the_row() {
        int[] labels = {0, 1, 1};
        float[] scores = {.4f, .3f, .8f};
        Sample weighted = Case.classified(Part.TEST, labels, new double[] {3, 1, 2}, scores);
        Sample copied = Case.classified(
                Part.TEST, new int[] {0, 0, 0, 1, 1, 1}, Case.ones(6), new float[] {.4f, .4f, .4f, .3f, .8f, .8f});
        for (var metric : List.of(Case.metric(new RocProvider(), NONE), Case.metric(new AccuracyProvider(), ALONE))) {
            List<MetricValue> one = metric.evaluate(Case.of(Case.TWO, weighted)).values();
            List<MetricValue> other = metric.evaluate(Case.of(Case.TWO, copied)).values();
            for (int i = 0; i < one.size(); i++) {
                assertThat(one.get(i).value()).isCloseTo(other.get(i).value(), within(1e-12));
            }
        }
    }

    /** With folds: two models score each row alike but for a little noise, and their scores are no two samples. */
    @Test
    void score_distribution_gives_even_p_values_where_training_and_test_are_the_same_rows() {
        var metric = Case.metric(new ScoreDistributionProvider(), FOUR_BINS);
        int low = 0;
        int high = 0;
        int experiments = 100;
        for (int seed = 0; seed < experiments; seed++) {
            var random = new SplittableRandom(seed);
            Sample training = scored(Part.TRAINING, random, 1000, 2);
            float[] noisy = new float[1000];
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = training.predictions()[0][i] + 1e-3f * (float) random.nextDouble();
            }
            Sample test = Case.classified(Part.TEST, training.labels(), training.weights(), noisy);
            MetricResult result = metric.evaluate(Case.of(Case.TWO, training, test));
            double p = Case.value(result, "ks-overtraining", Part.TEST, "class=signal")
                    .value();
            low += p < 0.5 ? 1 : 0;
            high += p > 0.9 ? 1 : 0;
            assertThat(result.figures().get(0).caption()).endsWith("one half of them with the other half.");
        }
        assertThat(low).isBetween(35, 65);
        assertThat(high).isLessThan(25);
    }

    @Test
    void score_distribution_compares_training_and_test_of_each_class() {
        var random = new SplittableRandom(1);
        Sample training = scored(Part.TRAINING, random, 4000, 2);
        Sample test = scored(Part.TEST, random, 4000, 2);
        Sample other = scored(Part.TEST, random, 4000, 3);
        var metric = Case.metric(new ScoreDistributionProvider(), FOUR_BINS);
        MetricResult same = metric.evaluate(Case.of(Case.TWO, training, test));
        assertThat(Case.value(same, "ks-overtraining", Part.TEST, "class=signal")
                        .value())
                .isGreaterThan(0.01);
        MetricResult apart = metric.evaluate(Case.of(Case.TWO, training, other));
        assertThat(Case.value(apart, "ks-overtraining", Part.TEST, "class=signal")
                        .value())
                .isLessThan(1e-6);
        assertThat(Case.value(apart, "ks-overtraining", Part.TEST, "class=background")
                        .value())
                .isGreaterThan(1e-6);

        assertThat(Case.value(same, "chi2-overtraining", Part.TEST, "class=signal")
                        .value())
                .isGreaterThan(0.01);
        assertThat(Case.value(apart, "chi2-overtraining", Part.TEST, "class=signal")
                        .value())
                .isLessThan(1e-6);

        Figure figure = same.figures().get(0);
        assertThat(figure.name()).isEqualTo("score-distribution");
        assertThat(figure.y().logarithmic()).isTrue();
        assertThat(figure.notes())
                .hasSize(2)
                .allMatch(note -> note.matches("(background|signal): KS 0\\.\\d{3}, χ² 0\\.\\d{3}"));
        assertThat(figure.marks())
                .extracting(Mark::label)
                .containsExactly("background, training", "signal, training", "background, test", "signal, test");
        Mark.Histogram area = (Mark.Histogram) figure.marks().get(0);
        double integral = 0;
        for (double height : area.values()) {
            integral += height * 0.25;
        }
        assertThat(integral).isCloseTo(1, within(1e-12));
        assertThat(figure.ratio().orElseThrow().marks()).hasSize(2);
    }

    private static Sample scored(Part part, SplittableRandom random, int n, double power) {
        int[] labels = new int[n];
        float[] scores = new float[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            scores[i] = (float) (labels[i] == 1 ? Math.pow(random.nextDouble(), 1 / power) : random.nextDouble());
        }
        return Case.classified(part, labels, Case.ones(n), scores);
    }

    @Test
    void what_cannot_be_computed_is_nan_with_the_reason_and_never_a_failure() {
        float[] scores = {.2f, .4f, .6f};
        int[] labels = {0, 1, 1};
        assertMissing(Case.classified(Part.TEST, new int[] {1, 1, 1}, Case.ones(3), scores), "no row is of");
        assertMissing(Case.classified(Part.TEST, labels, new double[3], scores), "do not add up to more than 0");
        assertMissing(
                Case.classified(Part.TEST, labels, Case.ones(3), new float[] {.2f, Float.NaN, .6f}),
                "1 of 3 scores are not a number");
        assertMissing(
                Case.classified(Part.TEST, labels, Case.ones(3), new float[] {.5f, .5f, .5f}), "all scores are equal");
        assertMissing(Case.classified(Part.TEST, new int[0], new double[0], new float[0]), "no row is of");
    }

    private static void assertMissing(Sample test, String reason) {
        MetricResult roc = Case.metric(new RocProvider(), NONE).evaluate(Case.of(Case.TWO, TRAINING, test));
        MetricValue auc = Case.value(roc, "auc", Part.TEST);
        assertThat(auc.value()).isNaN();
        assertThat(auc.keys().get("note")).contains(reason);
        assertThat(roc.warnings()).anyMatch(note -> note.contains(reason));
        Case.metric(new AccuracyProvider(), ALONE).evaluate(Case.of(Case.TWO, TRAINING, test));
        Case.metric(new ScoreDistributionProvider(), FOUR_BINS).evaluate(Case.of(Case.TWO, TRAINING, test));
        Case.metric(new ScoreDistributionProvider(), FOUR_BINS).evaluate(Case.of(Case.TWO, test));
        Case.metric(new LearningCurvesProvider(), NONE).evaluate(Case.of(Case.TWO, TRAINING, test));
    }

    @Test
    void a_score_that_is_not_a_number_has_no_accuracy_but_a_majority() {
        Sample test = Case.classified(Part.TEST, new int[] {0, 1, 1}, Case.ones(3), new float[] {.2f, Float.NaN, .6f});
        MetricResult result = Case.metric(new AccuracyProvider(), ALONE).evaluate(Case.of(Case.TWO, test));
        assertThat(Case.value(result, "accuracy", Part.TEST).value()).isNaN();
        assertThat(result.warnings())
                .containsExactly("accuracy on the test part does not exist: 1 of 3 rows have no score");
        assertThat(Case.value(result, "majority-accuracy", Part.TEST).value()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void object_to_a_task_without_classes() {
        assertThat(Case.objection(new RocProvider(), Case.MASS)).contains("needs two classes or more");
        assertThat(Case.metric(new AccuracyProvider(), ALONE).objection(Case.MASS))
                .contains("needs classes");
        assertThat(Case.objection(new RocProvider(), Case.TWO)).isEmpty();
        assertThat(Case.objection(new LearningCurvesProvider(), Case.MASS)).isEmpty();
    }

    @Test
    void learning_curves_mark_the_best_epoch_and_the_majority_class() {
        Sample validation = Case.classified(
                Part.VALIDATION, new int[] {0, 0, 0, 1}, Case.ones(4), new float[] {.1f, .3f, .6f, .9f});
        MetricResult result =
                Case.metric(new LearningCurvesProvider(), NONE).evaluate(Case.of(Case.TWO, TRAINING, validation, TEST));
        assertThat(Case.value(result, "best-epoch", Part.VALIDATION).value()).isEqualTo(2);
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("learning-curve-loss", "learning-curve-accuracy", "learning-curve-learning-rate");
        Figure accuracy = result.figures().get(1);
        assertThat(accuracy.marks())
                .contains(new Mark.Reference("majority class", 0.75, false), new Mark.Reference("best epoch", 2, true));
        assertThat(accuracy.caption()).contains("dropout", "Rows count with their training weights");
        Mark.Curve loss = (Mark.Curve) result.figures().get(0).marks().get(0);
        assertThat(loss.label()).isEqualTo("training");
        assertThat(loss.x()).containsExactly(1, 2, 3);
        assertThat(loss.y()).containsExactly(0.7, 0.5, 0.4);
    }

    @Test
    void learning_curves_show_the_loss_of_a_pretraining_apart_and_each_where_it_was_followed() {
        History staged = new History(
                "epoch",
                List.of(
                        new LearningCurve("pretraining-loss", "validation", List.of(0.7, 0.5, Double.NaN)),
                        new LearningCurve("loss", "validation", List.of(Double.NaN, Double.NaN, 9.8))),
                2,
                1,
                1);
        MetricResult result = Case.metric(new LearningCurvesProvider(), NONE)
                .evaluate(new Evaluation("net", Case.TWO, staged, List.of(TEST), Part.TEST, Map.of()));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("learning-curve-pretraining-loss", "learning-curve-loss");
        assertThat(result.figures().get(0).marks()).singleElement().satisfies(mark -> {
            assertThat(((Mark.Curve) mark).x()).containsExactly(1, 2);
            assertThat(((Mark.Curve) mark).y()).containsExactly(0.7, 0.5);
        });
        Mark.Curve loss = (Mark.Curve) result.figures().get(1).marks().get(0);
        assertThat(loss.x()).containsExactly(3);
        assertThat(result.figures().get(1).marks()).contains(new Mark.Reference("best epoch", 3, true));
    }

    @Test
    void learning_curves_are_compared_with_other_models_where_there_is_one_course_only() {
        Figure single = curves("training, mean of 3 folds", "validation, mean of 3 folds");
        assertThat(single.compared()).extracting(Mark::label).containsExactly("validation, mean of 3 folds");

        Figure members =
                curves("training, member 1", "validation, member 1", "training, member 2", "validation, member 2");
        assertThat(members.marks()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(members.compared()).isEmpty();
    }

    private static Figure curves(String... parts) {
        List<LearningCurve> curves = Arrays.stream(parts)
                .map(part -> new LearningCurve(History.LOSS, part, List.of(0.7, 0.5)))
                .toList();
        return Case.metric(new LearningCurvesProvider(), NONE)
                .evaluate(new Evaluation(
                        "net", Case.TWO, new History("epoch", curves, 1, 1, 1), List.of(TEST), Part.TEST, Map.of()))
                .figures()
                .get(0);
    }
}
