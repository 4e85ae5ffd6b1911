package org.muonframework.evaluate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

@DisplayName("Efficiencies")
class EfficiencyTest {

    private static final EfficiencyProvider PROVIDER = new EfficiencyProvider();
    private static final String EDGES = "variables { pt { edges = [4, 5, 7.5, 20, 30] } }";

    /** Signal passes 0.5 with two of three below 5 GeV and one of one above; background with one of two and none. */
    private static final Muons SEVEN = new Muons(
            new int[] {1, 1, 1, 1, 0, 0, 0},
            new float[] {.9f, .8f, .3f, .7f, .75f, .4f, .2f},
            Case.ones(7),
            new double[] {1, 1, 1, 1, 1, 1, 0},
            new double[] {4, 4.5, 4.9, 7, 4.1, 4.2, 10});

    private static MetricValue of(MetricResult result, String type, String bin, String... more) {
        String[] keys = Arrays.copyOf(more, more.length + 2);
        keys[more.length] = "class=" + type;
        keys[more.length + 1] = "bin=" + bin;
        return Case.value(result, "efficiency", Part.TEST, keys);
    }

    @Test
    void are_found_for_each_class_and_bin_with_their_wilson_interval() {
        MetricResult result = SEVEN.judge(PROVIDER, EDGES);
        MetricValue signal = of(result, "signal", "4 to 5", "point=half", "variable=pt");
        Interval wilson = Intervals.wilson(2, 3, Intervals.ONE_SIGMA);
        assertThat(signal.value()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(signal.low()).isCloseTo(wilson.low(), within(1e-12));
        assertThat(signal.high()).isCloseTo(wilson.high(), within(1e-12));
        assertThat(of(result, "background", "4 to 5").value()).isEqualTo(0.5);
        assertThat(of(result, "signal", "5 to 7.5").value()).isEqualTo(1);
        assertThat(of(result, "background", "7.5 to 20").value()).isEqualTo(0);
    }

    @Test
    void are_drawn_on_a_logarithmic_axis_where_that_is_wanted() {
        Figure linear = SEVEN.judge(PROVIDER, EDGES).figures().get(0);
        Figure logarithmic = SEVEN.judge(PROVIDER, EDGES.replace("edges", "logarithmic = true, edges"))
                .figures()
                .get(0);
        assertThat(linear.x().logarithmic()).isFalse();
        assertThat(logarithmic.x()).isEqualTo(linear.x().log());
        assertThatThrownBy(() -> SEVEN.judge(PROVIDER, "variables { pt { low = 0, high = 30, logarithmic = true } }"))
                .hasMessageContaining("a logarithmic axis needs bins that begin above 0, not at 0.0");
    }

    @Test
    void lie_within_zero_and_one_with_their_intervals_also_where_none_or_all_pass() {
        int n = 20;
        int[] labels = new int[n];
        float[] scores = new float[n];
        double[] pt = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            scores[i] = i % 2 == 1 ? .9f : .1f;
            pt[i] = 4.5;
        }
        Muons apart = new Muons(labels, scores, Case.ones(n), new double[n], pt);
        MetricResult result = apart.judge(PROVIDER, EDGES);
        MetricValue none = of(result, "background", "4 to 5");
        assertThat(List.of(none.value(), none.low())).containsOnly(0.0);
        // z²/(n + z²) with z = 1.
        assertThat(none.high()).isCloseTo(1.0 / 11, within(1e-12));
        MetricValue all = of(result, "signal", "4 to 5");
        assertThat(List.of(all.value(), all.high())).containsOnly(1.0);
        assertThat(all.low()).isCloseTo(10.0 / 11, within(1e-12));
    }

    @Test
    void have_the_interval_of_clopper_and_pearson_where_weights_differ_or_it_is_asked_for() {
        Interval exact = Intervals.clopperPearson(2, 3, Intervals.ONE_SIGMA);
        MetricValue asked = of(SEVEN.judge(PROVIDER, EDGES + ", interval = clopper-pearson"), "signal", "4 to 5");
        assertThat(asked.low()).isCloseTo(exact.low(), within(1e-12));
        MetricValue scaled =
                of(SEVEN.weighted(new double[] {3, 3, 3, 3, 3, 3, 3}).judge(PROVIDER, EDGES), "signal", "4 to 5");
        assertThat(scaled.low())
                .isCloseTo(Intervals.wilson(2, 3, Intervals.ONE_SIGMA).low(), within(1e-12));
        MetricValue weighted =
                of(SEVEN.weighted(new double[] {1, 2, 3, 1, 1, 1, 1}).judge(PROVIDER, EDGES), "signal", "4 to 5");
        assertThat(weighted.value()).isEqualTo(0.5);
        assertThat(weighted.low())
                .isCloseTo(Intervals.weighted(3, 5, 6, 14, Intervals.ONE_SIGMA).low(), within(1e-12));
    }

    @Test
    void stand_beside_those_of_the_reference_selection_with_their_ratio_below() {
        MetricResult result = SEVEN.judge(PROVIDER, "points { tight { reference = \"cut > 1\" } }, " + EDGES);
        // All signal passes the reference, so that the lowest signal score, 0.3, is the threshold.
        assertThat(of(result, "background", "4 to 5").value()).isEqualTo(1);
        MetricValue reference =
                Case.value(result, "reference-efficiency", Part.TEST, "class=background", "bin=7.5 to 20");
        assertThat(reference.value()).isZero();
        Figure figure = result.figures().get(0);
        assertThat(figure.name()).isEqualTo("efficiency-pt-tight");
        assertThat(figure.x().text()).isEqualTo("pt [GeV]");
        assertThat(figure.marks())
                .extracting(Mark::label)
                .containsExactly("background", "signal", "background, reference", "signal, reference");
        assertThat(figure.compared()).extracting(Mark::label).containsExactly("background", "signal");
        Mark.Points ratio = (Mark.Points) figure.ratio().orElseThrow().marks().get(1);
        assertThat(ratio.label()).isEqualTo("signal");
        assertThat(ratio.y()).containsExactly(1, 1);
        assertThat(ratio.low()).containsExactly(1, 1);
    }

    @Test
    void of_empty_bins_are_left_out_of_the_figure_and_explained() {
        MetricResult result = SEVEN.judge(PROVIDER, EDGES);
        MetricValue empty = of(result, "signal", "20 to 30");
        assertThat(empty.value()).isNaN();
        assertThat(empty.keys().get("note")).isEqualTo("there is no row of class 'signal' with pt from 20 to 30");
        Mark.Points signal = (Mark.Points) result.figures().get(0).marks().get(1);
        assertThat(signal.x()).containsExactly(4.5, 6.25);
        assertThat(signal.xLow()).containsExactly(4, 5);
        MetricResult weightless =
                SEVEN.weighted(new double[] {1, 1, 1, -1, 1, 1, 1}).judge(PROVIDER, EDGES);
        assertThat(of(weightless, "signal", "5 to 7.5").keys().get("note")).contains("do not add up to more than 0");
    }

    @Test
    void are_in_bins_of_equal_weight_where_none_are_given() {
        MetricResult result = Muons.simulated(1, 20_000).judge(PROVIDER, "variables { pt { bins = 4 } }");
        Mark.Points signal = (Mark.Points) result.figures().get(0).marks().get(1);
        assertThat(signal.xLow()[0]).isCloseTo(4, within(0.05));
        assertThat(signal.xLow()[1]).isCloseTo(8, within(0.2));
        assertThat(signal.xHigh()[3]).isCloseTo(20, within(0.05));
        double[] six = new double[7];
        Arrays.fill(six, 6);
        Muons equal = new Muons(SEVEN.labels(), SEVEN.scores(), SEVEN.weights(), SEVEN.cut(), six);
        assertThat(of(equal.judge(PROVIDER, "variables { pt {} }"), "signal", "3 to 9")
                        .value())
                .isEqualTo(0.75);
    }

    @Test
    void follow_uniform_bins_of_an_expression() {
        MetricResult result =
                SEVEN.judge(PROVIDER, "variables { momentum { expression = pt, bins = 10, low = 0.1, high = 3.1 } }");
        assertThat(result.values()).extracting(value -> value.keys().get("bin")).contains("0.1 to 0.4", "2.8 to 3.1");
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void do_not_depend_on_the_scale_of_the_score() {
        Muons muons = Muons.simulated(5, 4000);
        float[] logits = new float[4000];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = muons.scores()[i] / 4 + 3;
        }
        String settings =
                "points { tight { reference = \"cut > 1\" }, loose { background-efficiency = 0.3 } }, " + EDGES;
        assertThat(muons.scored(logits).judge(PROVIDER, settings).values())
                .hasToString(muons.judge(PROVIDER, settings).values().toString());
    }

    @Test
    void do_not_exist_without_scores_a_threshold_or_the_variable() {
        float[] holes = SEVEN.scores().clone();
        holes[0] = Float.NaN;
        assertMissing(SEVEN.scored(holes).judge(PROVIDER, EDGES), "1 of 7 scores are not a number");
        String tight = "points { tight { reference = \"cut > 1\" } }, ";
        assertMissing(SEVEN.cutting(new double[7]).judge(PROVIDER, tight + EDGES), "lets no signal pass");
        double[] nowhere = new double[7];
        Arrays.fill(nowhere, Double.NaN);
        Muons lost = new Muons(SEVEN.labels(), SEVEN.scores(), SEVEN.weights(), SEVEN.cut(), nowhere);
        assertThat(lost.judge(PROVIDER, "variables { pt {} }").notes())
                .anyMatch(note -> note.contains("not a number for 7 of 7 rows"))
                .anyMatch(note -> note.contains("no row of the test part has weight and a finite value"));
    }

    private static void assertMissing(MetricResult result, String reason) {
        MetricValue value = Case.value(result, "efficiency", Part.TEST, "bin=all");
        assertThat(value.value()).isNaN();
        assertThat(value.keys().get("note")).contains(reason);
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void exist_for_a_constant_score_and_for_one_class_alone() {
        float[] halves = new float[7];
        Arrays.fill(halves, .5f);
        assertThat(of(SEVEN.scored(halves).judge(PROVIDER, EDGES), "signal", "4 to 5")
                        .value())
                .isEqualTo(1);
        MetricResult alone = SEVEN.labelled(new int[] {1, 1, 1, 1, 1, 1, 1}).judge(PROVIDER, EDGES);
        assertThat(of(alone, "signal", "4 to 5").value()).isEqualTo(0.6);
        assertThat(of(alone, "background", "4 to 5").value()).isNaN();
        assertThat(alone.figures().get(0).marks()).hasSize(1);
    }

    @Test
    void need_a_variable() {
        assertThatThrownBy(() -> Muons.bound(PROVIDER, "variables {}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'variables' is empty");
        assertThatThrownBy(() -> Muons.bound(PROVIDER, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'variables' is missing");
    }
}
