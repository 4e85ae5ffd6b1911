package org.muonframework.evaluate.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Binning;

@DisplayName("Distributions of features")
class FeatureDistributionsTest {

    private static final FeatureDistributionsSettings FOUR_BINS =
            new FeatureDistributionsSettings(4, List.of(), 40, 0.005, false);
    private static final Sample TRAINING = Rows.sample(
            Part.TRAINING,
            new int[] {0, 0, 1, 1},
            Case.ones(4),
            new float[] {1, 2.5f, 3, 9},
            new float[] {.1f, .2f, .3f, .4f},
            new float[] {3, 3, 4, 6});
    private static final Sample TEST = Rows.sample(
            Part.TEST,
            new int[] {0, 0, 1, 1},
            new double[] {1, 3, 1, 1},
            new float[] {1.5f, 2.5f, 3, 5.5f},
            new float[] {.1f, Float.NaN, .3f, .5f},
            new float[] {3, 5, 4, 3});

    private static MetricResult evaluate(FeatureDistributionsSettings settings, Evaluation evaluation) {
        return Case.metric(new FeatureDistributionsProvider(), settings).evaluate(evaluation);
    }

    @Test
    void lay_the_classes_over_each_other_training_as_areas_and_the_evaluated_part_as_points() {
        MetricResult result = evaluate(FOUR_BINS, Rows.of(Rows.TWO, TRAINING, TEST));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("feature-pt", "feature-eta", "feature-hits");
        Figure pt = result.figures().get(0);
        assertThat(pt.x().text()).isEqualTo("pt [GeV]");
        assertThat(pt.y().unit()).isEqualTo("1/GeV");
        assertThat(pt.marks())
                .extracting(Mark::label)
                .containsExactly("light, training", "heavy, training", "light, test", "heavy, test");
        Mark.Histogram light = (Mark.Histogram) pt.marks().get(2);
        assertThat(light.style()).isEqualTo(Mark.HistogramStyle.POINTS);
        assertThat(light.edges()).containsExactly(1.5, 2.5, 3.5, 4.5, 5.5);
        assertThat(light.values()).containsExactly(new double[] {0.25, 0.75, 0, 0}, within(1e-12));
        assertThat(light.errors()[0]).isPositive();
    }

    @Test
    void give_each_integer_a_bin_and_note_what_is_missing() {
        MetricResult result = evaluate(FOUR_BINS, Rows.of(Rows.TWO, TRAINING, TEST));
        Mark.Histogram hits = (Mark.Histogram) result.figures().get(2).marks().get(2);
        assertThat(hits.edges()).containsExactly(2.5, 3.5, 4.5, 5.5);
        assertThat(hits.values()).containsExactly(0.25, 0, 0.75);
        assertThat(result.figures().get(1).notes()).containsExactly("light: 50.0 % missing");
    }

    @Test
    void of_several_classes_are_outlines_of_the_evaluated_part() {
        Task task = new Task(List.of("pt"), List.of("a", "b", "c"), List.of());
        Sample sample = Rows.sample(Part.TEST, new int[] {0, 1, 1}, Case.ones(3), new float[] {.5f, 1, 2});
        Figure figure = evaluate(FOUR_BINS, Rows.of(task, sample)).figures().get(0);
        assertThat(figure.marks()).extracting(Mark::label).containsExactly("a, test", "b, test", "c, test");
        assertThat(((Mark.Histogram) figure.marks().get(0)).style()).isEqualTo(Mark.HistogramStyle.STEP);
        assertThat(figure.notes()).containsExactly("c: no rows");
    }

    @Test
    void of_a_regression_are_of_all_rows() {
        Sample sample = new Sample(
                Part.TEST,
                new float[][] {{1, 2, 3}, {3, 1, 2.5f}},
                new int[0],
                new float[][] {{10, 20, 30}},
                new float[][] {{10, 20, 30}},
                Case.ones(3),
                Map.of());
        MetricResult result = evaluate(FOUR_BINS, Rows.of(Rows.MASS, sample));
        assertThat(result.figures().get(0).marks()).extracting(Mark::label).containsExactly("test");
        assertThat(result.figures().get(0).caption()).doesNotContain("class");
    }

    @Test
    void draw_expressions_too_at_most_so_many_figures_and_no_name_twice() {
        var more = new FeatureDistributionsSettings(4, List.of("pt / 2"), 40, 0.005, true);
        Figure last = evaluate(more, Rows.of(Rows.TWO, TEST)).figures().get(3);
        assertThat(last.name()).isEqualTo("feature-pt-2");
        assertThat(last.y().logarithmic()).isTrue();
        var few = new FeatureDistributionsSettings(4, List.of(), 1, 0.005, false);
        MetricResult result = evaluate(few, Rows.of(Rows.TWO, TEST));
        assertThat(result.figures()).hasSize(1);
        assertThat(result.notes()).containsExactly("the first 1 of 3 columns are shown; 'max-figures' says how many");
        Task same = new Task(List.of("abs(eta)", "abs_eta"), List.of(), List.of());
        Sample sample = Rows.sample(Part.TEST, new int[0], Case.ones(2), new float[2], new float[2]);
        assertThat(evaluate(FOUR_BINS, Rows.of(same, sample)).figures())
                .extracting(Figure::name)
                .containsExactly("feature-abs-eta", "feature-abs-eta-1");
    }

    @Test
    void choose_an_axis_that_long_tails_do_not_stretch() {
        var random = new SplittableRandom(1);
        float[] tailed = new float[10_000];
        float[] flat = new float[10_000];
        for (int i = 0; i < tailed.length; i++) {
            tailed[i] = (float) (random.nextGaussian() / Math.max(1e-3, random.nextDouble()));
            flat[i] = (float) (random.nextDouble() * 2 - 1);
        }
        float[] falling = new float[10_000];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = (float) (0.25 - Math.log(random.nextDouble()));
        }
        Binning oneSided = FeatureAxis.of(falling, 50, 0.005).orElseThrow();
        assertThat(oneSided.low(0)).isBetween(0.25, 0.251);
        assertThat(oneSided.high(49)).isBetween(5.0, 6.2);
        Binning cut = FeatureAxis.of(tailed, 50, 0.005).orElseThrow();
        assertThat(cut.low(0)).isBetween(-150.0, -40.0);
        assertThat(cut.high(49)).isBetween(40.0, 150.0);
        Binning whole = FeatureAxis.of(flat, 50, 0.005).orElseThrow();
        assertThat(whole.low(0)).isLessThan(-0.999);
        assertThat(whole.high(49)).isGreaterThan(0.999);
        assertThat(FeatureAxis.of(new float[] {7, 7}, 50, 0.005).orElseThrow().edges())
                .containsExactly(6.5, 7.5);
        assertThat(FeatureAxis.of(new float[] {.7f, .7f}, 50, 0.005)
                        .orElseThrow()
                        .index(.7f))
                .isBetween(24, 26);
        assertThat(FeatureAxis.of(new float[] {Float.NaN, Float.NEGATIVE_INFINITY}, 50, 0.005))
                .isEmpty();
        assertThat(FeatureAxis.of(new float[] {-3e38f, 0.5f, 3e38f}, 50, 0)
                        .orElseThrow()
                        .size())
                .isEqualTo(50);
    }

    @Test
    void never_fail() {
        Sample without = Case.classified(Part.TEST, new int[] {0, 1}, Case.ones(2), new float[2]);
        assertThat(evaluate(FOUR_BINS, Rows.of(Rows.TWO, without)).notes())
                .containsExactly("the features are not at hand");
        float[] nan = {Float.NaN, Float.POSITIVE_INFINITY};
        Figure empty = evaluate(
                        FOUR_BINS,
                        Rows.of(Rows.TWO, Rows.sample(Part.TEST, new int[] {0, 1}, Case.ones(2), nan, nan, nan)))
                .figures()
                .get(0);
        assertThat(empty.marks()).isEmpty();
        assertThat(empty.notes()).containsExactly("no value is finite");
        float[] values = {1, 2};
        Sample negative =
                Rows.sample(Part.TEST, new int[] {0, 1}, new double[] {-1, 0}, values, values, new float[] {1, 1e9f});
        assertThat(evaluate(FOUR_BINS, Rows.of(Rows.TWO, negative))
                        .figures()
                        .get(0)
                        .notes())
                .containsExactly("light: no positive sum of weights", "heavy: no positive sum of weights");
        evaluate(FOUR_BINS, Rows.of(Rows.TWO, Rows.sample(Part.TEST, new int[0], new double[0], new float[3][0])));
    }
}
