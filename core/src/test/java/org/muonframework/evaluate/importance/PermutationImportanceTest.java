package org.muonframework.evaluate.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

@DisplayName("Permutation importance")
class PermutationImportanceTest {

    private static final List<String> FEATURES = List.of("weak", "none", "strong");
    private static final Task CLASSES = new Task(FEATURES, List.of("background", "signal"), List.of());
    private static final Task MASS = new Task(FEATURES, List.of(), List.of("mass"));
    private static final ImportanceSettings PLAIN = new ImportanceSettings(Optional.empty(), 5, 200_000, Map.of());

    /** 3·strong + weak, as a score or a mass: the model is the truth. */
    private static final Reprediction MODEL = (rows, features) -> {
        float[] predicted = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            predicted[i] = 0.5f + 3 * features[2][i] + features[0][i];
        }
        return new float[][] {predicted};
    };

    private static ImportanceSettings by(Measure measure) {
        return new ImportanceSettings(Optional.of(measure), 5, 200_000, Map.of());
    }

    private static Sample sample(int n, double... weights) {
        var random = new SplittableRandom(2);
        float[][] features = new float[3][n];
        int[] labels = new int[n];
        float[] mass = new float[n];
        for (int i = 0; i < n; i++) {
            for (float[] column : features) {
                column[i] = (float) random.nextDouble(-1, 1);
            }
            mass[i] = (float) (0.5 + 3 * features[2][i] + features[0][i] + 0.1 * random.nextGaussian());
            labels[i] = mass[i] > 0.5 ? 1 : 0;
        }
        double[] all = weights.length == 0 ? Case.ones(n) : weights;
        return new Sample(Part.TEST, features, labels, new float[][] {mass}, new float[1][n], all, Map.of());
    }

    private static MetricResult judge(ImportanceSettings settings, Task task, Sample sample, Reprediction model) {
        Evaluation evaluation = new Evaluation(
                "net", task, Case.HISTORY, List.of(sample), Part.TEST, Map.of(), Optional.ofNullable(model));
        return Case.metric(new ImportanceProvider(), settings).evaluate(evaluation);
    }

    private static MetricValue of(MetricResult result, String feature) {
        return Case.value(result, "permutation-importance", Part.TEST, "feature=" + feature);
    }

    @Test
    void is_the_drop_in_accuracy_when_a_feature_is_shuffled() {
        MetricResult result = judge(PLAIN, CLASSES, sample(4000), MODEL);
        assertThat(result.values())
                .extracting(value -> value.keys().getOrDefault("feature", "baseline"))
                .containsExactly("baseline", "strong", "weak", "none");
        MetricValue baseline = Case.value(result, "permutation-baseline", Part.TEST, "measure=accuracy");
        assertThat(baseline.value()).isBetween(0.97, 0.995);
        assertThat(of(result, "strong").value()).isBetween(0.35, 0.5);
        assertThat(of(result, "weak").value()).isBetween(0.05, 0.2);
        MetricValue strong = of(result, "strong");
        assertThat(strong.high() - strong.value()).isBetween(1e-4, 0.02);
        assertThat(strong.value() - strong.low()).isCloseTo(strong.high() - strong.value(), within(1e-12));
    }

    @Test
    void of_a_feature_that_the_model_does_not_use_is_exactly_zero() {
        for (Measure measure : Measure.values()) {
            Task task = measure == Measure.RESOLUTION ? MASS : CLASSES;
            MetricValue none = of(judge(by(measure), task, sample(500), MODEL), "none");
            assertThat(List.of(none.value(), none.low(), none.high())).containsOnly(0.0);
        }
    }

    @Test
    void is_the_relative_growth_of_the_residual_of_a_regression() {
        MetricResult result = judge(PLAIN, MASS, sample(4000), MODEL);
        MetricValue baseline = Case.value(result, "permutation-baseline", Part.TEST, "target=mass");
        assertThat(baseline.value()).isCloseTo(0.1, within(0.01));
        // The difference of two independent uniform numbers between −1 and 1 has the variance 2/3.
        assertThat(of(result, "weak").value()).isCloseTo(Math.sqrt(0.01 + 2.0 / 3) / 0.1 - 1, within(0.5));
        assertThat(of(result, "strong").value()).isCloseTo(Math.sqrt(0.01 + 6) / 0.1 - 1, within(1.5));
    }

    @Test
    void of_a_group_shuffles_its_features_together() {
        ImportanceSettings grouped =
                new ImportanceSettings(Optional.of(Measure.AUC), 3, 200_000, Map.of("all", List.of("strong", "weak")));
        MetricResult result = judge(grouped, CLASSES, sample(4000), MODEL);
        assertThat(result.values())
                .extracting(value -> value.keys().getOrDefault("feature", "baseline"))
                .containsExactly("baseline", "all", "none");
        // Together they leave nothing but chance.
        double baseline = Case.value(result, "permutation-baseline", Part.TEST).value();
        assertThat(of(result, "all").value()).isCloseTo(baseline - 0.5, within(0.02));
        assertThat(result.figures().get(0).caption()).contains("Shuffled together: all = strong, weak.");
        Set<Float> products = new HashSet<>();
        float[][] shuffled = rows(sample(100), 100).shuffled(new int[] {0, 2}, new SplittableRandom(1));
        float[][] features = sample(100).features();
        for (int i = 0; i < 100; i++) {
            products.add(features[0][i] * features[2][i]);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(products).contains(shuffled[0][i] * shuffled[2][i]);
        }
    }

    private static Rows rows(Sample sample, int most) {
        return Rows.of(sample, most, new SplittableRandom(4));
    }

    @Test
    void replaces_one_column_and_shares_the_others() {
        Rows rows = rows(sample(50), 50);
        float[][] shuffled = rows.shuffled(new int[] {1}, new SplittableRandom(1));
        assertThat(shuffled[0]).isSameAs(rows.features()[0]);
        assertThat(shuffled[2]).isSameAs(rows.features()[2]);
        assertThat(shuffled[1]).isNotEqualTo(rows.features()[1]).containsExactlyInAnyOrder(rows.features()[1]);
    }

    @Test
    void uses_some_rows_of_a_large_sample_and_says_so() {
        ImportanceSettings few = new ImportanceSettings(Optional.empty(), 1, 100, Map.of());
        List<int[]> asked = new ArrayList<>();
        MetricResult result = judge(few, CLASSES, sample(1000), (rows, features) -> {
            asked.add(rows);
            assertThat(features[0]).hasSize(100);
            return MODEL.predict(rows, features);
        });
        assertThat(asked)
                .hasSize(4)
                .allSatisfy(rows ->
                        assertThat(rows).isSorted().doesNotHaveDuplicates().hasSize(100));
        String sentence = "Permutation importance uses 100 of the 1000 rows of the test part, chosen at random.";
        assertThat(result.notes()).containsExactly(sentence);
        assertThat(result.figures().get(0).caption()).contains(sentence);
        assertThat(of(result, "strong").low()).isNaN();
    }

    @Test
    void chooses_rows_evenly() {
        int[] counts = new int[10];
        for (int seed = 0; seed < 2000; seed++) {
            for (int row : Rows.of(sample(10), 3, new SplittableRandom(seed)).indices()) {
                counts[row]++;
            }
        }
        // 600 with a standard deviation of 20.
        assertThat(counts).satisfies(all -> {
            for (int count : all) {
                assertThat(count).isBetween(520, 680);
            }
        });
        Rows some = rows(sample(10), 3);
        for (int i = 0; i < 3; i++) {
            int row = some.indices()[i];
            assertThat(some.features()[2][i]).isEqualTo(sample(10).features()[2][row]);
            assertThat(some.labels()[i]).isEqualTo(sample(10).labels()[row]);
            assertThat(some.targets()[0][i]).isEqualTo(sample(10).targets()[0][row]);
        }
    }

    @Test
    void is_the_same_every_time() {
        assertThat(judge(PLAIN, CLASSES, sample(300), MODEL).values())
                .isEqualTo(judge(PLAIN, CLASSES, sample(300), MODEL).values());
    }

    @Test
    void is_judged_with_the_weights_of_the_rows() {
        double[] weights = new double[1000];
        Sample plain = sample(1000);
        for (int i = 0; i < 1000; i++) {
            weights[i] = plain.labels()[i] == 1 ? 1 : 0;
        }
        // Where only signal counts, naming it always is right.
        MetricResult result = judge(PLAIN, CLASSES, sample(1000, weights), (rows, features) -> {
            float[] ones = new float[rows.length];
            Arrays.fill(ones, 1);
            return new float[][] {ones};
        });
        assertThat(Case.value(result, "permutation-baseline", Part.TEST).value())
                .isEqualTo(1);
        assertThat(result.figures().get(0).caption())
                .contains("accuracy on them is 1.0000 before, where always naming the majority class has 1.0000.");
    }

    @Test
    void is_drawn_with_the_most_important_feature_at_the_top() {
        Figure figure = judge(PLAIN, CLASSES, sample(2000), MODEL).figures().get(0);
        assertThat(figure.name()).isEqualTo("permutation-importance");
        assertThat(figure.yLabels()).containsExactly("none", "weak", "strong");
        Mark.Points points = (Mark.Points) figure.marks().get(0);
        assertThat(points.y()).containsExactly(0.5, 1.5, 2.5);
        assertThat(points.x()).isSorted();
        assertThat(points.xHigh()[2]).isGreaterThan(points.x()[2]);
        assertThat(figure.marks().get(1)).isEqualTo(new Mark.Reference("", 0, true));
        assertThat(figure.compared()).hasSize(1);
        assertThat(figure.x().title()).isEqualTo("Drop in accuracy");
    }

    @Test
    void of_several_classes_follows_the_largest_score() {
        Task three = new Task(FEATURES, List.of("pion", "kaon", "muon"), List.of());
        Sample some = sample(300);
        MetricResult result = judge(PLAIN, three, some, (rows, features) ->
                new float[][] {new float[rows.length], features[2], new float[rows.length]});
        long right = 0;
        for (int i = 0; i < 300; i++) {
            right += some.labels()[i] == (some.features()[2][i] > 0 ? 1 : 0) ? 1 : 0;
        }
        assertThat(Case.value(result, "permutation-baseline", Part.TEST).value())
                .isCloseTo(right / 300.0, within(1e-12));
        assertThat(of(result, "weak").value()).isZero();
    }

    @Test
    void that_cannot_be_found_is_explained() {
        assertMissing(judge(PLAIN, CLASSES, sample(20), null), "the model and its features, which are not at hand");
        Sample bare = Case.classified(Part.TEST, new int[] {0, 1}, Case.ones(2), new float[] {.1f, .9f});
        assertMissing(judge(PLAIN, CLASSES, bare, MODEL), "the model and its features, which are not at hand");
        Reprediction lost = (rows, features) -> {
            float[] holes = MODEL.predict(rows, features)[0];
            holes[0] = Float.NaN;
            return new float[][] {holes};
        };
        assertMissing(judge(PLAIN, CLASSES, sample(20), lost), "a prediction is not a number");
        assertMissing(judge(by(Measure.AUC), CLASSES, sample(20), lost), "a prediction is not a number");
        assertMissing(judge(PLAIN, MASS, sample(20), lost), "a prediction is not a number");
        assertMissing(judge(PLAIN, CLASSES, sample(3, 0, 0, 0), MODEL), "have no weight");
        Sample exact = sample(20);
        Reprediction truth = (rows, features) -> exact.targets();
        assertMissing(judge(PLAIN, MASS, exact, truth), "all predictions are exact");
        float strange = exact.features()[2][0];
        MetricResult once = judge(PLAIN, CLASSES, exact, (rows, features) -> {
            float[][] predicted = MODEL.predict(rows, features);
            predicted[0][0] = features[2][0] == strange ? 1 : Float.NaN;
            return predicted;
        });
        assertThat(of(once, "strong").keys().get("note")).contains("when 'strong' is shuffled");
        assertThat(once.figures().get(0).yLabels()).hasSize(2);
    }

    private static void assertMissing(MetricResult result, String reason) {
        MetricValue value = Case.value(result, "permutation-baseline", Part.TEST);
        assertThat(value.value()).isNaN();
        assertThat(value.keys().get("note")).contains(reason);
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void objects_to_measures_and_groups_that_do_not_fit() {
        assertThat(objection(by(Measure.ACCURACY), MASS)).contains("measure = accuracy needs classes");
        assertThat(objection(by(Measure.AUC), Case.THREE)).contains("needs two classes; use measure = accuracy");
        assertThat(objection(by(Measure.RESOLUTION), CLASSES)).contains("needs targets");
        assertThat(objection(grouping("g", "stronk"), CLASSES)).contains("no feature", "Did you mean 'strong'?");
        assertThat(objection(grouping("weak", "strong"), CLASSES)).contains("has the name of a feature");
        assertThat(objection(grouping("g", "weak", "weak"), CLASSES)).contains("named twice");
        assertThat(Case.metric(new ImportanceProvider(), PLAIN).objection(MASS)).isEmpty();
        assertThatThrownBy(() -> grouping("g"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the group 'g' has no features");
    }

    private static ImportanceSettings grouping(String name, String... members) {
        return new ImportanceSettings(Optional.empty(), 5, 1000, Map.of(name, List.of(members)));
    }

    private static String objection(ImportanceSettings settings, Task task) {
        return Case.metric(new ImportanceProvider(), settings).objection(task).orElseThrow();
    }
}
