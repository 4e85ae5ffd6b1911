package org.muonframework.evaluate.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
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
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

@DisplayName("Residuals")
class ResidualsTest {

    private static final ResidualsSettings PLAIN = new ResidualsSettings(60, 5, Map.of());
    private static final ResidualsSettings WITH_REFERENCE = new ResidualsSettings(60, 5, Map.of("genMass", "sqrt(m2)"));

    private static MetricResult evaluate(ResidualsSettings settings, Sample... samples) {
        return Case.metric(new ResidualsProvider(), settings).evaluate(Case.of(Case.MASS, samples));
    }

    @Test
    void have_golden_values_on_four_rows() {
        Sample test = Case.regressed(
                Part.TEST, new float[] {1, 2, 3, 4}, new float[] {2, 2, 4, 6}, new double[] {1, 1, 1, 1});
        MetricResult result = evaluate(PLAIN, test);
        MetricValue bias = Case.value(result, "bias", Part.TEST, "target=genMass");
        // Residuals 1, 0, 1, 2.
        assertThat(bias.value()).isEqualTo(1);
        assertThat(bias.unit()).isEqualTo("GeV");
        assertThat(bias.high() - 1).isCloseTo(Math.sqrt(0.5 / 3), within(1e-12));
        assertThat(Case.value(result, "rms", Part.TEST).value()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(Case.value(result, "median-bias", Part.TEST).value()).isEqualTo(1);
        assertThat(Case.value(result, "resolution-68", Part.TEST).value()).isEqualTo(1);
        MetricValue r2 = Case.value(result, "r2", Part.TEST);
        assertThat(r2.value()).isCloseTo(1 - 6.0 / 5, within(1e-12));
        assertThat(r2.unit()).isEmpty();
    }

    @Test
    void recover_bias_and_resolution_of_a_gaussian_within_their_errors() {
        Map<String, Double> truth = Map.of(
                "bias", 0.5,
                "rms", Math.sqrt(4.25),
                "resolution-68", 2.0,
                "median-bias", 0.5,
                "r2", 1 - 4.25 / (1600.0 / 12));
        Map<String, Integer> within = new HashMap<>();
        for (int seed = 0; seed < 60; seed++) {
            MetricResult result = evaluate(PLAIN, gaussian(seed, 400));
            truth.forEach((name, expected) -> {
                MetricValue value = Case.value(result, name, Part.TEST);
                boolean inside = Math.abs(value.value() - expected) <= 2 * (value.high() - value.value());
                within.merge(name, inside ? 1 : 0, Integer::sum);
            });
        }
        assertThat(within.values()).allSatisfy(count -> assertThat(count).isBetween(53, 60));
    }

    private static Sample gaussian(long seed, int n) {
        var random = new SplittableRandom(seed);
        float[] truth = new float[n];
        float[] predicted = new float[n];
        double[] formula = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = (float) (70 + 40 * random.nextDouble());
            predicted[i] = (float) (truth[i] + 0.5 + 2 * random.nextGaussian());
            formula[i] = truth[i] + 0.1 * random.nextGaussian();
        }
        return new Sample(
                Part.TEST,
                new int[0],
                new float[][] {truth},
                new float[][] {predicted},
                Case.ones(n),
                Map.of("sqrt(m2)", formula));
    }

    @Test
    void are_drawn_with_units_in_four_figures() {
        MetricResult result = evaluate(PLAIN, gaussian(1, 5000));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("residuals-gen-mass", "prediction-gen-mass", "bias-gen-mass", "resolution-gen-mass");
        Figure resolution = result.figures().get(3);
        assertThat(resolution.x().text()).isEqualTo("True genMass [GeV]");
        Mark.Points points = (Mark.Points) resolution.marks().get(0);
        assertThat(points.y()).containsExactly(new double[] {2, 2, 2, 2, 2}, within(0.2));
        assertThat(points.xLow()[1]).isEqualTo(points.xHigh()[0]);
        assertThat(result.figures().get(0).y().unit()).isEqualTo("1/GeV");
    }

    @Test
    void have_bias_and_resolution_in_bins_of_the_truth_as_values_too() {
        MetricResult result = evaluate(PLAIN, gaussian(1, 5000));
        List<MetricValue> bins = result.values().stream()
                .filter(value -> value.keys().containsKey("bin"))
                .toList();
        assertThat(bins).extracting(MetricValue::name).containsOnly("bias", "resolution-68");
        assertThat(bins).hasSize(10).allSatisfy(value -> {
            assertThat(value.unit()).isEqualTo("GeV");
            assertThat(value.sample()).isEqualTo(Part.TEST);
            assertThat(value.value()).isCloseTo(value.name().equals("bias") ? 0.5 : 2, within(0.25));
            assertThat(value.high() - value.value()).isBetween(0.03, 0.12);
        });
        assertThat(bins.get(0).keys().get("bin")).matches("70\\.0\\d+ to 77\\.\\d+|70\\.0\\d+ to 78\\.\\d+");
        Mark.Points points = (Mark.Points) result.figures().get(3).marks().get(0);
        assertThat(points.y()[0]).isEqualTo(bins.get(0).value());
        assertThat(result.figures())
                .filteredOn(figure -> !figure.name().startsWith("prediction"))
                .allSatisfy(figure -> assertThat(figure.compared()).hasSize(1));
    }

    @Test
    void of_a_reference_stand_beside_those_of_the_model() {
        var metric = Case.metric(new ResidualsProvider(), WITH_REFERENCE);
        assertThat(metric.columns()).containsExactly("sqrt(m2)");
        MetricResult result = metric.evaluate(Case.of(Case.MASS, gaussian(1, 3000)));
        assertThat(Case.value(result, "resolution-68", Part.TEST, "method=model")
                        .value())
                .isCloseTo(2, within(0.15));
        assertThat(Case.value(result, "resolution-68", Part.TEST, "method=reference")
                        .value())
                .isCloseTo(0.1, within(0.01));
        assertThat(result.figures().get(0).marks()).extracting(Mark::label).containsExactly("model", "reference");
        assertThat(Case.value(evaluate(PLAIN, gaussian(1, 100)), "bias", Part.TEST)
                        .keys())
                .containsOnlyKeys("target");
    }

    @Test
    void of_a_reference_with_nan_are_nan_with_the_reason_while_the_models_stand() {
        Sample sample = gaussian(1, 100);
        sample.columns().get("sqrt(m2)")[3] = Double.NaN;
        MetricResult result = evaluate(WITH_REFERENCE, sample);
        MetricValue reference = Case.value(result, "rms", Part.TEST, "method=reference");
        assertThat(reference.value()).isNaN();
        assertThat(reference.keys().get("note")).isEqualTo("1 of 100 residuals are not finite");
        assertThat(Case.value(result, "rms", Part.TEST, "method=model").value()).isNotNaN();
        assertThat(result.figures().get(0).marks()).extracting(Mark::label).containsExactly("model");
        assertThat(result.warnings()).isNotEmpty();
    }

    @Test
    void are_the_same_for_a_weight_of_w_and_w_copies() {
        MetricResult weighted = evaluate(
                PLAIN, Case.regressed(Part.TEST, new float[] {1, 2, 5}, new float[] {2, 2, 4}, new double[] {2, 1, 3}));
        MetricResult copied = evaluate(
                PLAIN,
                Case.regressed(
                        Part.TEST, new float[] {1, 1, 2, 5, 5, 5}, new float[] {2, 2, 2, 4, 4, 4}, Case.ones(6)));
        for (int i = 0; i < weighted.values().size(); i++) {
            assertThat(weighted.values().get(i).value())
                    .as(weighted.values().get(i).name())
                    .isCloseTo(copied.values().get(i).value(), within(1e-12));
        }
    }

    @Test
    void never_fail() {
        assertThat(evaluate(PLAIN, Case.regressed(Part.TEST, new float[0], new float[0], new double[0]))
                        .warnings())
                .isNotEmpty();
        assertThat(evaluate(PLAIN, Case.regressed(Part.TEST, new float[] {1, 2}, new float[] {1, 2}, new double[2]))
                        .warnings())
                .isNotEmpty();
        MetricResult constant =
                evaluate(PLAIN, Case.regressed(Part.TEST, new float[] {3, 3}, new float[] {3, 3}, Case.ones(2)));
        assertThat(Case.value(constant, "r2", Part.TEST).value()).isNaN();
        assertThat(constant.warnings())
                .containsExactly("r2 on the test part does not exist: the true values are all equal");
        evaluate(PLAIN, Case.regressed(Part.TEST, new float[] {3}, new float[] {4}, Case.ones(1)));
        evaluate(PLAIN, Case.regressed(Part.TEST, new float[] {1, 2, 3}, new float[] {4, 5, 1}, new double[] {2, -1, 1
        }));
    }

    @Test
    void object_to_a_task_without_targets_and_to_a_reference_of_no_target() {
        assertThat(Case.metric(new ResidualsProvider(), PLAIN).objection(Case.TWO))
                .contains("needs a target to regress");
        var wrong = new ResidualsSettings(60, 5, Map.of("mas", "m"));
        assertThat(Case.metric(new ResidualsProvider(), wrong).objection(Case.MASS))
                .contains("reference names 'mas', which is no target; targets are: genMass");
        assertThat(Case.metric(new ResidualsProvider(), WITH_REFERENCE).objection(Case.MASS))
                .isEmpty();
    }

    @Test
    void of_several_targets_beside_classes_find_their_own_prediction() {
        Task task = new Task(List.of("x"), List.of("a", "b"), List.of("p", "q"));
        Sample sample = new Sample(
                Part.TEST,
                new int[] {0, 1},
                new float[][] {{1, 2}, {10, 20}},
                new float[][] {{.1f, .9f}, {1, 2}, {11, 21}},
                Case.ones(2),
                Map.of());
        Evaluation evaluation = Case.of(task, sample);
        MetricResult result = Case.metric(new ResidualsProvider(), PLAIN).evaluate(evaluation);
        assertThat(Case.value(result, "bias", Part.TEST, "target=p").value()).isZero();
        assertThat(Case.value(result, "bias", Part.TEST, "target=q").value()).isEqualTo(1);
    }
}
