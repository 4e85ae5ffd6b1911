package org.muonframework.evaluate.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

@DisplayName("A confusion matrix")
class ConfusionMatrixTest {

    private static final ConfusionMatrixSettings HALF = new ConfusionMatrixSettings(0.5, Optional.empty());
    private static final int[] LABELS = {0, 0, 1, 1, 1, 0, 2, 2};
    private static final double[] WEIGHTS = {1, 2, .5, 1, 3, 1.5, 2, 1};

    /** Largest score: 0, 1, 1, 1, 0, 0, 2, 1. */
    private static final float[][] SCORES = {
        {.8f, .2f, .1f, .2f, .7f, .5f, .1f, .2f},
        {.1f, .7f, .6f, .5f, .2f, .4f, .1f, .5f},
        {.1f, .1f, .3f, .3f, .1f, .1f, .8f, .3f}
    };

    private static MetricResult evaluate(ConfusionMatrixSettings settings, Task task, Sample... samples) {
        return Case.metric(new ConfusionMatrixProvider(), settings).evaluate(Case.of(task, samples));
    }

    /**
     * sklearn.metrics.precision_recall_fscore_support(labels, predicted, sample_weight=w) with labels
     * [0,0,1,1,1,0,2,2], predicted [0,1,1,1,0,0,2,1], w [1,2,.5,1,3,1.5,2,1].
     */
    @Test
    void gives_recall_precision_and_f1_of_each_class_like_an_independent_implementation() {
        MetricResult result = evaluate(HALF, Case.THREE, Case.classified(Part.TEST, LABELS, WEIGHTS, SCORES));
        double[][] golden = {
            {0.45454545454545453, 0.5555555555555556, 0.5},
            {0.3333333333333333, 0.3333333333333333, 0.3333333333333333},
            {1.0, 0.6666666666666666, 0.8}
        };
        List<String> classes = Case.THREE.classes();
        for (int c = 0; c < 3; c++) {
            String key = "class=" + classes.get(c);
            assertThat(Case.value(result, "precision", Part.TEST, key).value()).isCloseTo(golden[c][0], within(1e-12));
            assertThat(Case.value(result, "recall", Part.TEST, key).value()).isCloseTo(golden[c][1], within(1e-12));
            assertThat(Case.value(result, "f1", Part.TEST, key).value()).isCloseTo(golden[c][2], within(1e-12));
        }
        assertThat(Case.value(result, "prevalence", Part.TEST, "class=muon").value())
                .isCloseTo(3 / 12.0, within(1e-12));
        assertThat(result.values()).hasSize(12).allSatisfy(value -> assertThat(value.value())
                .isBetween(value.low(), value.high()));
    }

    @Test
    void compares_with_a_reference_that_may_name_no_class() {
        double[] named = {0, 1, 1, 1, -1, 0, 2, 7};
        Sample test = new Sample(Part.TEST, LABELS, new float[0][], SCORES, WEIGHTS, Map.of("cut", named));
        MetricResult result = evaluate(new ConfusionMatrixSettings(0.5, Optional.of("cut")), Case.THREE, test);
        assertThat(Case.value(result, "reference-recall", Part.TEST, "class=kaon")
                        .value())
                .isCloseTo(1.5 / 4.5, within(1e-12));
        assertThat(Case.value(result, "reference-precision", Part.TEST, "class=kaon")
                        .value())
                .isCloseTo(1.5 / 3.5, within(1e-12));
        assertThat(Case.value(result, "reference-recall", Part.TEST, "class=muon")
                        .value())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Case.value(result, "recall", Part.TEST, "class=muon").value())
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void is_drawn_with_rows_that_add_up_to_one_and_values_in_the_cells() {
        MetricResult result = evaluate(HALF, Case.THREE, Case.classified(Part.TEST, LABELS, WEIGHTS, SCORES));
        Figure figure = result.figures().get(0);
        assertThat(figure.name()).isEqualTo("confusion-matrix");
        assertThat(figure.xLabels()).containsExactly("pion", "kaon", "muon");
        Mark.HeatMap map = (Mark.HeatMap) figure.marks().get(0);
        assertThat(map.printed()).isTrue();
        // Pions: 2.5 of 4.5 are taken for pions, 2 for kaons.
        assertThat(map.values()[0][0]).isCloseTo(2.5 / 4.5, within(1e-12));
        assertThat(map.values()[1][0]).isCloseTo(2 / 4.5, within(1e-12));
        for (int truth = 0; truth < 3; truth++) {
            double sum = map.values()[0][truth] + map.values()[1][truth] + map.values()[2][truth];
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void of_two_classes_follows_the_threshold() {
        Sample test =
                Case.classified(Part.TEST, new int[] {0, 0, 1, 1}, Case.ones(4), new float[] {.2f, .4f, .4f, .9f});
        MetricResult half = evaluate(HALF, Case.TWO, test);
        assertThat(Case.value(half, "recall", Part.TEST, "class=signal").value())
                .isEqualTo(0.5);
        MetricResult third = evaluate(new ConfusionMatrixSettings(0.3, Optional.empty()), Case.TWO, test);
        assertThat(Case.value(third, "recall", Part.TEST, "class=signal").value())
                .isEqualTo(1);
        assertThat(Case.value(third, "precision", Part.TEST, "class=signal").value())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(third.figures().get(0).caption()).contains("exceeds 0.300");
    }

    @Test
    void has_the_exact_interval_of_a_recall_and_through_agreement_that_of_f1() {
        Sample test =
                Case.classified(Part.TEST, new int[] {0, 0, 1, 1}, Case.ones(4), new float[] {.2f, .7f, .4f, .9f});
        MetricResult result = evaluate(HALF, Case.TWO, test);
        Interval half = Intervals.clopperPearson(1, 2, Intervals.ONE_SIGMA);
        MetricValue recall = Case.value(result, "recall", Part.TEST, "class=signal");
        assertThat(recall.low()).isCloseTo(half.low(), within(1e-12));
        Interval third = Intervals.clopperPearson(1, 3, Intervals.ONE_SIGMA);
        MetricValue f1 = Case.value(result, "f1", Part.TEST, "class=signal");
        assertThat(f1.value()).isCloseTo(0.5, within(1e-12));
        assertThat(f1.high()).isCloseTo(2 * third.high() / (1 + third.high()), within(1e-12));
    }

    @Test
    void says_what_does_not_exist_and_why() {
        float[] scores = {.2f, .4f, .6f};
        MetricResult single = evaluate(HALF, Case.TWO, Case.classified(Part.TEST, new int[3], Case.ones(3), scores));
        MetricValue recall = Case.value(single, "recall", Part.TEST, "class=signal");
        assertThat(recall.value()).isNaN();
        assertThat(recall.keys().get("note")).isEqualTo("no weight is of class 'signal'");
        assertThat(Case.value(single, "precision", Part.TEST, "class=signal").value())
                .isZero();
        MetricResult never = evaluate(
                HALF, Case.TWO, Case.classified(Part.TEST, new int[] {0, 1}, Case.ones(2), new float[] {.1f, .2f}));
        assertThat(Case.value(never, "precision", Part.TEST, "class=signal")
                        .keys()
                        .get("note"))
                .isEqualTo("no weight is taken for class 'signal'");
        assertAllMissing(
                Case.classified(Part.TEST, new int[] {0, 1, 1}, Case.ones(3), new float[] {.1f, Float.NaN, .2f}),
                "1 of 3 rows have no score");
        assertAllMissing(
                Case.classified(Part.TEST, new int[] {0, 1, 1}, new double[3], scores),
                "the weights do not add up to more than 0");
        assertAllMissing(
                Case.classified(Part.TEST, new int[0], new double[0], new float[0]),
                "the weights do not add up to more than 0");
        evaluate(HALF, Case.TWO, Case.classified(Part.TEST, new int[] {0, 1, 1}, new double[] {3, -1, -1}, scores));
        assertThat(Case.metric(new ConfusionMatrixProvider(), HALF).objection(Case.MASS))
                .contains("needs two classes or more");
    }

    private static void assertAllMissing(Sample test, String reason) {
        assertThat(evaluate(HALF, Case.TWO, test).values()).hasSize(8).allSatisfy(value -> {
            assertThat(value.value()).isNaN();
            assertThat(value.keys().get("note")).isEqualTo(reason);
        });
    }
}
