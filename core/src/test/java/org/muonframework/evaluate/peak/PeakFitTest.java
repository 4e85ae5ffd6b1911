package org.muonframework.evaluate.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

@DisplayName("The metric peak-fit")
class PeakFitTest {

    private static final Task NOTHING = new Task(List.of(), List.of(), List.of());
    private static final double[] MASSES = masses(2000, 1000);

    /** Rows of a Gaussian at 3.1 ± 0.03, then rows spread evenly from 2.8 to 3.4. */
    private static double[] masses(int peak, int below) {
        SplittableRandom random = new SplittableRandom(7);
        double[] masses = new double[peak + below];
        for (int i = 0; i < masses.length; i++) {
            double normal =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            masses[i] = i < peak ? 3.1 + 0.03 * normal : 2.8 + 0.6 * random.nextDouble();
        }
        return masses;
    }

    private static PeakFitSettings settings(String... lines) {
        String text = "name = jpsi, variable = mass, low = 2.8, high = 3.4\n" + String.join("\n", lines);
        Problems problems = new Problems();
        Optional<PeakFitSettings> settings = new SettingsBinder()
                .bind(ConfigFactory.parseString(text).root(), "", PeakFitSettings.class, Set.of(), problems);
        problems.throwIfAny();
        return settings.orElseThrow();
    }

    private static Metric metric(String... lines) {
        return Case.metric(new PeakFitProvider(), settings(lines));
    }

    private static MetricResult judge(Task task, Sample sample, String... lines) {
        ColumnSpec mass = ColumnSpec.of("mass", ColumnType.DOUBLE, "GeV", "", ColumnRole.SPECTATOR);
        return metric(lines)
                .evaluate(new Evaluation("net", task, Case.HISTORY, List.of(sample), Part.TEST, Map.of("mass", mass)));
    }

    private static Sample sample(double[] masses, double[] weights, int[] labels, float[]... scores) {
        return new Sample(Part.TEST, labels, new float[0][], scores, weights, Map.of("mass", masses));
    }

    private static Sample data(double[] masses) {
        return sample(masses, Case.ones(masses.length), new int[0]);
    }

    @Test
    void finds_mass_resolution_and_yield_without_any_model() {
        assertThat(metric().objection(NOTHING)).isEmpty();
        assertThat(metric().columns()).containsExactly("mass");
        MetricResult result = judge(NOTHING, data(MASSES));
        MetricValue mass = value(result, "peak-mass");
        assertThat(mass.value()).isCloseTo(3.1, within(0.003));
        double without = 2 * 0.03 / Math.sqrt(2000);
        assertThat(mass.high() - mass.low()).isBetween(without, 1.3 * without);
        assertThat(mass.unit()).isEqualTo("GeV");
        assertThat(mass.keys()).containsEntry("peak", "jpsi").doesNotContainKey("number");
        assertThat(value(result, "peak-resolution").value()).isCloseTo(0.03, within(0.003));
        assertThat(value(result, "peak-yield").value()).isCloseTo(2000, within(200.0));
        assertThat(value(result, "peak-yield").unit()).isEmpty();
        assertThat(value(result, "ndf").value()).isEqualTo(55);
        assertThat(value(result, "chi2-per-ndf").value())
                .isEqualTo(value(result, "chi2").value() / 55);
        assertThat(value(result, "fit-p-value").value()).isBetween(0.001, 1.0);
        assertThat(result.values()).noneMatch(value -> value.name().equals("peak-width"));
    }

    @Test
    void draws_data_curve_background_and_pulls() {
        Figure figure =
                judge(NOTHING, data(MASSES), "background = constant").figures().get(0);
        assertThat(figure.name()).isEqualTo("peak-jpsi");
        assertThat(figure.x().text()).isEqualTo("mass [GeV]");
        assertThat(figure.y().text()).isEqualTo("Rows / 0.01 GeV");
        Mark.Curve fit = (Mark.Curve) figure.marks().get(0);
        Mark.Curve background = (Mark.Curve) figure.marks().get(1);
        Mark.Points points = (Mark.Points) figure.marks().get(2);
        assertThat(background.dashed()).isTrue();
        assertThat(background.y()[0]).isCloseTo(1000 / 60.0, within(3.0));
        assertThat(Arrays.stream(fit.y()).max().orElseThrow())
                .isCloseTo(Arrays.stream(points.y()).max().orElseThrow(), within(60.0));
        Interval first = Intervals.garwood(points.y()[0], Intervals.ONE_SIGMA);
        assertThat(points.low()[0]).isEqualTo(first.low());
        assertThat(points.high()[0]).isEqualTo(first.high());
        assertThat(figure.y().min()).hasValue(0);
        assertThat(figure.notes().get(0)).matches("m = 3\\.\\d{5} ± 0\\.000\\d\\d GeV");
        assertThat(figure.notes()).anyMatch(note -> note.startsWith("σ = ")).anyMatch(note -> note.startsWith("χ^{2}"));
        Mark.Histogram pulls =
                (Mark.Histogram) figure.ratio().orElseThrow().marks().get(1);
        assertThat(Arrays.stream(pulls.values()).map(Math::abs).max().orElseThrow())
                .isBetween(1.0, 5.0);
        assertThat(figure.compared()).hasSize(1);
    }

    @Test
    void fits_only_rows_that_pass_the_threshold_and_are_of_the_class() {
        int n = MASSES.length;
        int[] labels = new int[n];
        float[] scores = new float[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i < 2000 ? 1 : 0;
            scores[i] = i % 2 == 0 ? 0.7f : 0.1f;
        }
        Sample sample = sample(MASSES, Case.ones(n), labels, scores);
        MetricResult cut = judge(Case.TWO, sample, "threshold = 0.7");
        assertThat(value(cut, "peak-yield").value()).isCloseTo(1000, within(100.0));
        assertThat(cut.figures().get(0).caption()).contains("a score of net from 0.7 on");
        MetricResult both = judge(Case.TWO, sample, "threshold = 0.5", "only-class = signal", "background = none");
        assertThat(value(both, "peak-yield").value()).isCloseTo(1000, within(1.0));
        float[][] three = {new float[n], scores, new float[n]};
        MetricResult kaons =
                judge(Case.THREE, sample(MASSES, Case.ones(n), labels, three), "threshold = 0.5", "score-class = kaon");
        assertThat(value(kaons, "peak-yield").value()).isCloseTo(1000, within(100.0));
        assertThat(kaons.figures().get(0).caption()).contains("a score for kaon of net from 0.5 on");
    }

    @Test
    void numbers_several_peaks_and_states_natural_widths_and_units_of_the_settings() {
        List<Double> rows = new ArrayList<>();
        for (double mass : MASSES) {
            rows.add(mass - 0.1);
            rows.add(mass + 0.1);
        }
        double[] two = rows.stream().mapToDouble(mass -> mass).toArray();
        Evaluation evaluation = new Evaluation("net", NOTHING, Case.HISTORY, List.of(data(two)), Part.TEST, Map.of());
        MetricResult result = metric("masses = [3.0, 3.2]", "signal = breit-wigner", "width = 0.001", "unit = GeV")
                .evaluate(evaluation);
        MetricValue second = Case.value(result, "peak-mass", Part.TEST, "peak=jpsi", "number=2");
        assertThat(second.value()).isCloseTo(3.2, within(0.005));
        assertThat(second.unit()).isEqualTo("GeV");
        MetricValue width = Case.value(result, "peak-width", Part.TEST, "number=1");
        assertThat(width.value()).isEqualTo(0.001);
        assertThat(width.low()).isNaN();
        assertThat(result.figures().get(0).notes()).contains("Γ = 0.0010000 GeV (fixed)");
        assertThat(result.figures().get(0).notes()).anyMatch(note -> note.startsWith("m_{2} = 3."));
    }

    @Test
    void honours_weights() {
        double[] weights = new double[MASSES.length];
        Arrays.fill(weights, 0.25);
        MetricResult result = judge(NOTHING, sample(MASSES, weights, new int[0]));
        assertThat(value(result, "peak-yield").value()).isCloseTo(500, within(60.0));
        assertThat(result.figures().get(0).y().text()).isEqualTo("Sum of weights / 0.01 GeV");
        assertThat(result.figures().get(0).caption()).contains("maximum likelihood for sums of weights");
    }

    @Test
    void explains_why_there_is_no_fit() {
        MetricResult empty = judge(NOTHING, data(new double[] {1, 2, Double.NaN}));
        assertThat(empty.values()).hasSize(7).allSatisfy(value -> {
            assertThat(value.value()).isNaN();
            assertThat(value.keys()).containsEntry("note", "no rows lie between 2.8 and 3.4");
        });
        assertThat(empty.figures().get(0).notes()).containsExactly("no fit: no rows lie between 2.8 and 3.4");
        assertThat(empty.notes()).contains("Fit of jpsi: rows left out as they have no value of mass: 1");
        double[] negative = new double[MASSES.length];
        Arrays.fill(negative, -1);
        assertThat(judge(NOTHING, sample(MASSES, negative, new int[0]))
                        .values()
                        .get(0)
                        .keys()
                        .get("note"))
                .isEqualTo("the weights between 2.8 and 3.4 add up to -3000.0");
        assertThat(judge(Case.TWO, data(MASSES), "threshold = 0.5")
                        .values()
                        .get(0)
                        .keys())
                .containsEntry("note", "there is no score to cut on");
    }

    @Test
    void says_when_the_model_does_not_describe_the_data() {
        MetricResult result = judge(NOTHING, data(MASSES), "background = none");
        assertThat(result.warnings()).anyMatch(note -> note.contains("the model does not describe the data"));
    }

    @Test
    void objects_to_what_the_task_lacks() {
        assertThat(metric("threshold = 0.5").objection(NOTHING)).contains("threshold needs two classes or more");
        assertThat(metric("threshold = 0.5").objection(Case.THREE))
                .contains("threshold needs 'score-class', one of the classes: pion, kaon, muon");
        assertThat(metric("threshold = 0.5", "score-class = muon").objection(Case.THREE))
                .isEmpty();
        assertThat(metric("threshold = 0.5", "score-class = background").objection(Case.TWO))
                .contains("score-class names 'background', which is no class with a score. Known: signal.");
        assertThat(metric("only-class = signal").objection(NOTHING)).contains("only-class needs a task with classes");
        assertThat(metric("only-class = signl").objection(Case.TWO))
                .contains("only-class names 'signl', which is no class. Did you mean 'signal'?");
        assertThat(metric("only-class = signal", "threshold = 0.5").objection(Case.TWO))
                .isEmpty();
    }

    @Test
    void refuses_settings_that_do_not_go_together() {
        assertRefused("masses = [4.0]", "mass 4.0 is not between low = 2.8 and high = 3.4");
        assertRefused("name = \"a/b\"", "is part of a file name");
        assertRefused("low = 4", "no 60 bins from 4.0 to 3.4");
        assertRefused("score-class = muon", "score-class does nothing without threshold");
        assertRefused("width = 0.1", "only a Breit-Wigner has a natural width");
    }

    private static void assertRefused(String line, String reason) {
        assertThat(catchThrowable(() -> settings(line))).hasMessageContaining(reason);
    }

    private static MetricValue value(MetricResult result, String name) {
        return Case.value(result, name, Part.TEST);
    }
}
