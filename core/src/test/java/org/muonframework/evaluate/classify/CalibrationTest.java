package org.muonframework.evaluate.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

@DisplayName("A calibration")
class CalibrationTest {

    private static final CalibrationSettings FOUR_BINS = new CalibrationSettings(4);
    private static final Sample TEST =
            Case.classified(Part.TEST, new int[] {0, 0, 1, 1, 0, 1}, new double[] {1, 2, 1, 3, 1, 2}, new float[] {
                .125f, .25f, .25f, .75f, .875f, 1
            });

    private static MetricResult evaluate(CalibrationSettings settings, Task task, Sample... samples) {
        return Case.metric(new CalibrationProvider(), settings).evaluate(Case.of(task, samples));
    }

    /** sklearn.metrics.brier_score_loss(y, score, sample_weight=w) of the same six rows: 0.165625. */
    @Test
    void has_golden_values_on_six_rows() {
        MetricResult result = evaluate(FOUR_BINS, Case.TWO, TEST);
        MetricValue brier = Case.value(result, "brier-score", Part.TEST);
        assertThat(brier.value()).isCloseTo(0.165625, within(1e-12));
        assertThat(brier.value()).isBetween(brier.low(), brier.high());
        assertThat(Case.value(result, "prevalence-brier-score", Part.TEST).value())
                .isCloseTo(0.6 * 0.4, within(1e-12));
        // Bins: 0 of 1 at ⅛; 1 of 3 at ¼; none; 5 of 6 at (3·¾ + ⅞ + 2)/6.
        double expected = (0.125 + Math.abs(1 - 0.75) + Math.abs(5 - 5.125)) / 10;
        assertThat(Case.value(result, "expected-calibration-error", Part.TEST).value())
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void is_drawn_at_the_mean_scores_above_their_distribution() {
        Figure figure = evaluate(FOUR_BINS, Case.TWO, TEST).figures().get(0);
        assertThat(figure.name()).isEqualTo("calibration");
        Mark.Points points = (Mark.Points) figure.marks().get(1);
        assertThat(points.x()).containsExactly(new double[] {.125, .25, Double.NaN, 5.125 / 6}, within(1e-12));
        assertThat(points.y()).containsExactly(new double[] {0, 1.0 / 3, Double.NaN, 5.0 / 6}, within(1e-12));
        assertThat(points.high()[0]).isGreaterThan(0.5);
        assertThat(points.xLow()).containsExactly(0, .25, .5, .75);
        Mark.Histogram rows =
                (Mark.Histogram) figure.ratio().orElseThrow().marks().get(0);
        assertThat(rows.values()).containsExactly(new double[] {.1, .3, 0, .6}, within(1e-12));
        assertThat(figure.compared()).hasSize(1);
    }

    @Test
    void of_probabilities_is_as_far_from_ideal_as_statistics_allow_and_of_squeezed_scores_farther() {
        double ratio = 0;
        for (int seed = 0; seed < 20; seed++) {
            MetricResult right = evaluate(new CalibrationSettings(20), Case.TWO, draw(seed, 5000, 1));
            ratio += Case.value(right, "expected-calibration-error", Part.TEST).value()
                    / Case.value(right, "ideal-calibration-error", Part.TEST).value()
                    / 20;
        }
        assertThat(ratio).isBetween(0.9, 1.1);
        MetricResult squeezed = evaluate(new CalibrationSettings(20), Case.TWO, draw(1, 5000, 0.5));
        assertThat(Case.value(squeezed, "expected-calibration-error", Part.TEST).value())
                .isCloseTo(0.125, within(0.02));
    }

    /** Scores of which that is the probability of class 1, drawn towards ½ by a factor; weights between ½ and 1½. */
    private static Sample draw(long seed, int n, double factor) {
        var random = new SplittableRandom(seed);
        int[] labels = new int[n];
        float[] scores = new float[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double p = random.nextDouble();
            labels[i] = random.nextDouble() < p ? 1 : 0;
            scores[i] = (float) (0.5 + factor * (p - 0.5));
            weights[i] = 0.5 + random.nextDouble();
        }
        return Case.classified(Part.TEST, labels, weights, scores);
    }

    @Test
    void of_several_classes_is_each_against_the_rest() {
        Sample test = Case.classified(
                Part.TEST,
                new int[] {0, 1, 2, 2},
                Case.ones(4),
                new float[] {.8f, .1f, .1f, .2f},
                new float[] {.1f, .3f, .3f, .4f},
                new float[] {.1f, .6f, .6f, .4f});
        MetricResult result = evaluate(FOUR_BINS, Case.THREE, test);
        assertThat(Case.value(result, "brier-score", Part.TEST, "class=pion").value())
                .isCloseTo((.04 + .01 + .01 + .04) / 4, within(1e-7));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("calibration-class-0", "calibration-class-1", "calibration-class-2");
    }

    @Test
    void says_what_does_not_exist_and_why() {
        int[] labels = {0, 1, 1};
        assertMissing(
                Case.classified(Part.TEST, labels, Case.ones(3), new float[] {.2f, Float.NaN, .6f}),
                "1 of 3 scores are not a number");
        assertMissing(
                Case.classified(Part.TEST, labels, Case.ones(3), new float[] {.2f, -3, 7}),
                "2 of 3 scores are no probabilities between 0 and 1");
        assertMissing(
                Case.classified(Part.TEST, labels, new double[3], new float[3]),
                "the weights do not add up to more than 0");
        assertMissing(
                Case.classified(Part.TEST, new int[0], new double[0], new float[0]),
                "the weights do not add up to more than 0");
        MetricResult single =
                evaluate(FOUR_BINS, Case.TWO, Case.classified(Part.TEST, new int[3], Case.ones(3), new float[3]));
        assertThat(Case.value(single, "brier-score", Part.TEST).value()).isZero();
        evaluate(FOUR_BINS, Case.TWO, Case.classified(Part.TEST, labels, new double[] {3, -1, -1}, new float[3]));
        assertThat(Case.metric(new CalibrationProvider(), FOUR_BINS).objection(Case.MASS))
                .contains("needs two classes or more");
    }

    private static void assertMissing(Sample test, String reason) {
        assertThat(evaluate(FOUR_BINS, Case.TWO, test).values()).hasSize(4).allSatisfy(value -> {
            assertThat(value.value()).isNaN();
            assertThat(value.keys().get("note")).isEqualTo(reason);
        });
    }
}
