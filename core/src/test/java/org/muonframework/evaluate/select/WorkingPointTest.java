package org.muonframework.evaluate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.stats.Intervals;

@DisplayName("Working points")
class WorkingPointTest {

    private static final WorkingPointProvider PROVIDER = new WorkingPointProvider();
    private static final String TIGHT = "points { tight { reference = \"cut > 1\" } }";

    /** Four signal rows, then four of background. The reference passes three and two of them. */
    private static final Muons EIGHT = new Muons(
            new int[] {1, 1, 1, 1, 0, 0, 0, 0},
            new float[] {.9f, .8f, .7f, .3f, .75f, .4f, .2f, .1f},
            Case.ones(8),
            new double[] {1, 1, 0, 1, 1, 1, 0, 0},
            new double[] {4, 4, 6, 6, 4, 4, 6, 6});

    private static double value(MetricResult result, String name, String... keys) {
        return Case.value(result, name, Part.TEST, keys).value();
    }

    @Test
    void tell_efficiencies_rejection_and_purity_of_a_threshold() {
        MetricResult result = EIGHT.judge(PROVIDER, "points { fixed { threshold = 0.7 } }");
        MetricValue efficiency = Case.value(result, "signal-efficiency", Part.TEST, "point=fixed");
        assertThat(efficiency.value()).isEqualTo(0.75);
        assertThat(efficiency.low())
                .isEqualTo(Intervals.clopperPearson(3, 4, Intervals.ONE_SIGMA).low());
        assertThat(value(result, "background-efficiency")).isEqualTo(0.25);
        MetricValue rejection = Case.value(result, "background-rejection", Part.TEST);
        assertThat(rejection.value()).isEqualTo(4);
        assertThat(rejection.high())
                .isCloseTo(
                        1 / Intervals.clopperPearson(1, 4, Intervals.ONE_SIGMA).low(), within(1e-9));
        assertThat(value(result, "purity")).isEqualTo(0.75);
        assertThat(value(result, "threshold")).isEqualTo(0.7);
        assertThat(result.values()).noneMatch(value -> value.name().contains("reference"));
    }

    @Test
    void are_at_one_half_where_nothing_is_said() {
        MetricResult result = EIGHT.judge(PROVIDER, "");
        assertThat(value(result, "threshold", "point=half")).isEqualTo(0.5);
        assertThat(value(result, "signal-efficiency", "point=half")).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({
        "efficiency = 0.5, 0.8",
        "efficiency = 0.51, 0.7",
        "efficiency = 1, 0.3",
        "background-efficiency = 0.25, 0.7",
        "background-efficiency = 0.2, 0.8",
        "background-efficiency = 1, 0.1",
        "reference = \"cut > 1\", 0.7"
    })
    void find_their_threshold(String point, double threshold) {
        MetricResult result = EIGHT.judge(PROVIDER, "points { it { " + point + " } }");
        assertThat(value(result, "threshold")).isEqualTo(threshold);
    }

    @Test
    void compare_with_a_reference_selection_at_equal_signal_efficiency() {
        MetricResult result = EIGHT.judge(PROVIDER, TIGHT);
        assertThat(value(result, "signal-efficiency")).isEqualTo(0.75);
        assertThat(value(result, "reference-signal-efficiency")).isEqualTo(0.75);
        assertThat(value(result, "reference-background-efficiency")).isEqualTo(0.5);
        assertThat(value(result, "reference-rejection")).isEqualTo(2);
        assertThat(value(result, "rejection-gain")).isEqualTo(2);
        assertThat(result.values().stream()
                        .filter(value -> value.sample() == Part.TEST)
                        .map(MetricValue::name))
                .startsWith(
                        "rejection-gain",
                        "signal-efficiency",
                        "background-efficiency",
                        "background-rejection",
                        "purity");
    }

    @Test
    void gain_exactly_one_over_a_selection_that_is_the_same() {
        var random = new SplittableRandom(3);
        Muons muons = Muons.simulated(3, 5000);
        double[] weights = random.doubles(5000, -0.1, 3).toArray();
        float[] same = new float[5000];
        for (int i = 0; i < same.length; i++) {
            same[i] = (float) muons.cut()[i];
        }
        MetricResult result = muons.weighted(weights).scored(same).judge(PROVIDER, TIGHT + ", variables { pt {} }");
        List<MetricValue> gains = result.values().stream()
                .filter(value -> value.name().equals("rejection-gain"))
                .toList();
        assertThat(gains).hasSize(11).allSatisfy(gain -> {
            assertThat(gain.value()).isEqualTo(1);
            assertThat(gain.low()).isEqualTo(1);
            assertThat(gain.high()).isEqualTo(1);
        });
    }

    @Test
    void do_not_depend_on_the_scale_of_the_score() {
        Muons muons = Muons.simulated(5, 4000);
        float[] cubes = new float[4000];
        for (int i = 0; i < cubes.length; i++) {
            cubes[i] = (float) Math.pow(muons.scores()[i], 3) - 7;
        }
        String settings =
                "points { tight { reference = \"cut > 1\" }, loose { efficiency = 0.95 } }, variables { pt {} }";
        List<MetricValue> plain = muons.judge(PROVIDER, settings).values();
        List<MetricValue> other = muons.scored(cubes).judge(PROVIDER, settings).values();
        assertThat(other).hasSameSizeAs(plain).hasSizeGreaterThan(20);
        for (int i = 0; i < plain.size(); i++) {
            if (!plain.get(i).name().equals("threshold")) {
                assertThat(other.get(i)).isEqualTo(plain.get(i));
            }
        }
    }

    @Test
    void count_a_weight_of_w_as_w_copies_of_the_row() {
        int[] copies = {2, 1, 3, 1, 1, 2, 1, 3};
        int[] rows = IntStream.range(0, 8)
                .flatMap(i -> IntStream.generate(() -> i).limit(copies[i]))
                .toArray();
        Muons copied = new Muons(
                IntStream.of(rows).map(i -> EIGHT.labels()[i]).toArray(),
                new float[rows.length],
                Case.ones(rows.length),
                IntStream.of(rows).mapToDouble(i -> EIGHT.cut()[i]).toArray(),
                IntStream.of(rows).mapToDouble(i -> EIGHT.pt()[i]).toArray());
        for (int i = 0; i < rows.length; i++) {
            copied.scores()[i] = EIGHT.scores()[rows[i]];
        }
        Muons weighted = EIGHT.weighted(Arrays.stream(copies).asDoubleStream().toArray());
        String settings = "points { tight { reference = \"cut > 1\" }, fixed { threshold = 0.35 } }";
        List<MetricValue> one = weighted.judge(PROVIDER, settings).values();
        List<MetricValue> other = copied.judge(PROVIDER, settings).values();
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i).name()).isEqualTo(other.get(i).name());
            assertThat(one.get(i).value()).isCloseTo(other.get(i).value(), within(1e-12));
        }
    }

    @Test
    void state_an_interval_of_the_gain_that_covers_as_often_as_it_should() {
        double truth = gain(Muons.simulated(1000, 1_000_000)).value();
        int covered = 0;
        int toys = 300;
        for (int seed = 0; seed < toys; seed++) {
            MetricValue gain = gain(Muons.simulated(seed, 2000));
            covered += gain.low() <= truth && truth <= gain.high() ? 1 : 0;
        }
        // 68.3 % of 300 with a standard deviation of 2.7 %.
        assertThat((double) covered / toys).isBetween(0.6, 0.76);
    }

    private static MetricValue gain(Muons muons) {
        return Case.value(muons.judge(PROVIDER, TIGHT), "rejection-gain", Part.TEST);
    }

    @Test
    void match_the_signal_efficiency_in_each_bin_by_itself() {
        Muons muons = Muons.simulated(7, 6000);
        int[] low = IntStream.range(0, 6000).filter(i -> muons.pt()[i] < 8).toArray();
        Muons part = new Muons(
                IntStream.of(low).map(i -> muons.labels()[i]).toArray(),
                new float[low.length],
                Case.ones(low.length),
                IntStream.of(low).mapToDouble(i -> muons.cut()[i]).toArray(),
                IntStream.of(low).mapToDouble(i -> muons.pt()[i]).toArray());
        for (int i = 0; i < low.length; i++) {
            part.scores()[i] = muons.scores()[low[i]];
        }
        MetricResult result = muons.judge(PROVIDER, TIGHT + ", variables { pt { edges = [4, 8, 20, 40] } }");
        MetricValue alone = gain(part);
        MetricValue inBin = Case.value(result, "rejection-gain", Part.TEST, "bin=4 to 8", "variable=pt");
        assertThat(inBin.value()).isEqualTo(alone.value());
        assertThat(inBin.low()).isEqualTo(alone.low());
        MetricValue empty = Case.value(result, "rejection-gain", Part.TEST, "bin=20 to 40");
        assertThat(empty.value()).isNaN();
        assertThat(empty.keys().get("note")).contains("no row is of", "pt from 20 to 40");
        Figure figure = result.figures().get(1);
        assertThat(figure.name()).isEqualTo("rejection-gain-pt");
        assertThat(figure.x().text()).isEqualTo("pt [GeV]");
        assertThat(((Mark.Points) figure.marks().get(0)).x()).containsExactly(6, 14);
        assertThat(figure.compared()).hasSize(1);
    }

    @Test
    void come_with_those_that_have_a_reference_first() {
        MetricResult result = EIGHT.judge(PROVIDER, "points { a { threshold = 0.5 }, z { reference = \"cut > 1\" } }");
        assertThat(result.values().get(0).name()).isEqualTo("rejection-gain");
        assertThat(result.values().get(0).keys()).containsEntry("point", "z");
    }

    @Test
    void are_drawn_on_the_curve_of_rejection_with_their_reference_selections() {
        Figure figure = EIGHT.judge(PROVIDER, "points { fixed { threshold = 0.7 }, tight { reference = \"cut > 1\" } }")
                .figures()
                .get(0);
        assertThat(figure.name()).isEqualTo("working-points");
        assertThat(figure.marks())
                .extracting(Mark::label)
                .containsExactly("net", "tight: score ≥ 0.7", "tight: reference", "fixed: score ≥ 0.7");
        Mark.Points reference = (Mark.Points) figure.marks().get(2);
        assertThat(reference.x()).containsExactly(0.75);
        assertThat(reference.y()).containsExactly(2);
        assertThat(reference.xLow()[0]).isLessThan(0.75);
        assertThat(reference.high()[0] - 2).isGreaterThan(2 - reference.low()[0]);
    }

    @Test
    void may_be_found_on_the_validation_part() {
        Muons validation = EIGHT.scored(new float[] {.95f, .85f, .75f, .35f, .5f, .4f, .2f, .1f});
        String settings = "points { it { efficiency = 0.5 } }, fit-on = validation";
        MetricResult result = Muons.judge(PROVIDER, settings, validation.as(Part.VALIDATION), EIGHT.as(Part.TEST));
        assertThat(value(result, "threshold")).isEqualTo(0.85);
        assertThat(value(result, "signal-efficiency")).isEqualTo(0.25);
        assertThat(Case.value(result, "signal-efficiency", Part.VALIDATION).value())
                .isEqualTo(0.5);
        assertMissing(EIGHT.judge(PROVIDER, settings), "signal-efficiency", "there is no validation part");
    }

    @Test
    void select_one_of_several_classes() {
        Sample three = Case.classified(
                Part.TEST,
                new int[] {0, 1, 2, 2},
                Case.ones(4),
                new float[] {.8f, .1f, .1f, .2f},
                new float[] {.1f, .3f, .3f, .4f},
                new float[] {.1f, .6f, .7f, .4f});
        MetricResult result =
                Case.metric(PROVIDER, Muons.bound(PROVIDER, "signal = muon")).evaluate(Muons.of(Case.THREE, three));
        assertThat(value(result, "signal-efficiency")).isEqualTo(0.5);
        assertThat(value(result, "background-efficiency")).isEqualTo(0.5);
    }

    @Test
    void leave_what_cannot_be_computed_nan_with_the_reason() {
        double[] zeros = new double[8];
        float[] halves = new float[8];
        Arrays.fill(halves, .5f);
        float[] holes = EIGHT.scores().clone();
        holes[3] = Float.NaN;
        double[] unknown = EIGHT.cut().clone();
        unknown[0] = Double.NaN;
        assertMissing(EIGHT.cutting(zeros).judge(PROVIDER, TIGHT), "rejection-gain", "lets no signal pass");
        assertMissing(EIGHT.cutting(zeros).judge(PROVIDER, TIGHT), "signal-efficiency", "lets no signal pass");
        assertMissing(EIGHT.cutting(unknown).judge(PROVIDER, TIGHT), "rejection-gain", "for 1 of 8 rows");
        assertMissing(EIGHT.scored(holes).judge(PROVIDER, TIGHT), "rejection-gain", "1 of 8 scores are not a number");
        assertMissing(EIGHT.scored(halves).judge(PROVIDER, TIGHT), "threshold", "all scores are equal");
        assertMissing(EIGHT.labelled(new int[8]).judge(PROVIDER, TIGHT), "purity", "no row is of class 'signal'");
        assertMissing(EIGHT.weighted(zeros).judge(PROVIDER, TIGHT), "signal-efficiency", "add up to more than 0");
        assertMissing(
                EIGHT.judge(PROVIDER, "points { it { threshold = 0.85 } }"),
                "background-rejection",
                "no background passes; with 84 % confidence it is above 2.7");
        Muons clean = EIGHT.cutting(new double[] {1, 1, 0, 0, 1, 0, 0, 0});
        assertMissing(clean.judge(PROVIDER, TIGHT), "rejection-gain", "the cut on the score lets no background pass");
        assertMissing(
                EIGHT.cutting(new double[] {1, 1, 0, 0, 0, 0, 0, 0}).judge(PROVIDER, TIGHT),
                "reference-rejection",
                "no background passes");
        assertMissing(
                EIGHT.scored(new float[] {.9f, .8f, .7f, .3f, .95f, .4f, .2f, .1f})
                        .judge(PROVIDER, "points { it { background-efficiency = 0.1 } }"),
                "threshold",
                "the highest score alone");
    }

    private static void assertMissing(MetricResult result, String name, String reason) {
        MetricValue value = Case.value(result, name, Part.TEST);
        assertThat(value.value()).isNaN();
        assertThat(value.keys().get("note")).contains(reason);
        assertThat(result.warnings()).anyMatch(note -> note.contains(reason));
    }

    @Test
    void object_to_tasks_and_signals_that_do_not_fit() {
        assertThat(objection("", Case.MASS)).isEqualTo("needs two classes or more");
        assertThat(objection("", Case.THREE)).startsWith("needs 'signal', one of its classes: pion, kaon, muon");
        assertThat(objection("signal = moun", Case.THREE)).contains("is no class", "Did you mean 'muon'?");
        assertThat(objection("signal = background", Case.TWO)).contains("of two classes the score is that of the");
        assertThat(Case.metric(PROVIDER, Muons.bound(PROVIDER, "signal = signal"))
                        .objection(Case.TWO))
                .isEmpty();
    }

    private static String objection(String settings, Task task) {
        return Case.metric(PROVIDER, Muons.bound(PROVIDER, settings))
                .objection(task)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points { a { } } | one of 'threshold', 'efficiency', 'background-efficiency' and 'reference', and has none",
                "points { a { threshold = 0.5, efficiency = 0.9 } } | and has 2",
                "points { a { threshold = 80 } } | must be at least 0 and at most 1, not 80",
                "points { a { reference = \"\" } } | 'reference' is empty",
                "points { a { efficiency = 1.2 } } | must be more than 0 and at most 1",
                "points { } | 'points' is empty",
                "variables { pt {} } | no point has a 'reference'",
                "variables { pt { low = 1 } } | 'low' and 'high' are given together",
                "variables { pt { low = 3, high = 1 } } | no 10 bins from 3.0 to 1.0",
                "variables { pt { low = 1, high = 2, edges = [1, 2] } } | not both",
                "variables { pt { edges = [2, 1] } } | do not increase"
            })
    void refuse_settings_that_do_not_go_together(String settings, String reason) {
        assertThatThrownBy(() -> Muons.bound(PROVIDER, settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void ask_for_the_columns_of_references_and_variables_once() {
        String settings = TIGHT + ", variables { eta { expression = \"abs(eta)\" }, pt {} }";
        assertThat(Case.metric(PROVIDER, Muons.bound(PROVIDER, settings)).columns())
                .containsExactly("cut > 1", "abs(eta)", "pt");
    }
}
