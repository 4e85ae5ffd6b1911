package org.muonframework.evaluate.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.evaluate.features.CorrelationSettings.Method;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

@DisplayName("Correlation matrices")
class CorrelationMatricesTest {

    private static final CorrelationSettings BOTH =
            new CorrelationSettings(List.of(Method.PEARSON, Method.SPEARMAN), List.of(), 40, 1000);
    private static final Sample TEST = Rows.sample(
            Part.TEST,
            new int[] {0, 1, 0, 1, 0, 1, 0, 1},
            Case.ones(8),
            new float[] {1, 2, 2, 4, 3, 8, 4, 16},
            new float[] {2, 5, 4, 4, 6, 3, 8, 2},
            new float[] {7, 1, 7, 2, 7, 2, 7, 1});

    private static MetricResult evaluate(CorrelationSettings settings, Evaluation evaluation) {
        return Case.metric(new CorrelationProvider(), settings).evaluate(evaluation);
    }

    @Test
    void are_drawn_for_each_class_and_kind() {
        MetricResult result = evaluate(BOTH, Rows.of(Rows.TWO, TEST));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "correlation-pearson-class-0",
                        "correlation-pearson-class-1",
                        "correlation-spearman-class-0",
                        "correlation-spearman-class-1");
        Figure light = result.figures().get(0);
        assertThat(light.xLabels()).containsExactly("pt", "eta", "hits");
        assertThat(light.caption()).contains("4 rows of class light on the test part");
        Mark.HeatMap map = (Mark.HeatMap) light.marks().get(0);
        assertThat(map.printed()).isTrue();
        assertThat(map.values()[0][1]).isCloseTo(1, within(1e-12));
        assertThat(map.values()[0][2]).isNaN();
        assertThat(result.notes()).contains("'hits' does not vary in class light, and has no correlation");
    }

    @Test
    void name_the_largest_with_its_sign() {
        MetricResult result = evaluate(BOTH, Rows.of(Rows.TWO, TEST));
        MetricValue heavy = Case.value(result, "largest-correlation", Part.TEST, "class=heavy", "method=spearman");
        assertThat(heavy.value()).isCloseTo(-1, within(1e-12));
        assertThat(heavy.keys()).containsEntry("variable", "pt, eta");
        // numpy.corrcoef([2, 4, 8, 16], [5, 4, 3, 2])[0, 1]
        MetricValue linear = Case.value(result, "largest-correlation", Part.TEST, "class=heavy", "method=pearson");
        assertThat(linear.value()).isCloseTo(-0.9591663046625439, within(1e-12));
    }

    @Test
    void of_a_regression_take_all_rows_and_the_targets() {
        Sample sample = new Sample(
                Part.TEST,
                new float[][] {{1, 2, 3}, {3, 1, 2}},
                new int[0],
                new float[][] {{10, 20, 30}},
                new float[][] {{10, 20, 30}},
                Case.ones(3),
                Map.of());
        MetricResult result = evaluate(BOTH, Rows.of(Rows.MASS, sample));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("correlation-pearson", "correlation-spearman");
        Figure figure = result.figures().get(0);
        assertThat(figure.yLabels()).containsExactly("pt", "eta", "mass");
        assertThat(((Mark.HeatMap) figure.marks().get(0)).values()[0][2]).isCloseTo(1, within(1e-12));
        MetricValue value = Case.value(result, "largest-correlation", Part.TEST, "method=pearson");
        assertThat(value.keys()).containsEntry("variable", "pt, eta").doesNotContainKey("class");
        assertThat(value.value()).isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void show_further_expressions_and_at_most_so_many_columns() {
        CorrelationSettings more = new CorrelationSettings(List.of(Method.PEARSON), List.of("pt / 2"), 40, 1000);
        assertThat(Case.metric(new CorrelationProvider(), more).columns()).containsExactly("pt / 2");
        assertThat(evaluate(more, Rows.of(Rows.TWO, TEST)).figures().get(0).xLabels())
                .containsExactly("pt", "eta", "hits", "pt / 2");
        CorrelationSettings few = new CorrelationSettings(List.of(Method.PEARSON), List.of(), 2, 1000);
        MetricResult result = evaluate(few, Rows.of(Rows.TWO, TEST));
        assertThat(result.figures().get(0).xLabels()).containsExactly("pt", "eta");
        assertThat(result.notes()).contains("the first 2 of 3 columns are shown; 'max-columns' says how many");
        assertThatThrownBy(() -> new CorrelationSettings(List.of(), List.of(), 2, 100))
                .hasMessageContaining("there are: pearson, spearman");
    }

    @Test
    void rank_a_part_of_very_many_rows_and_say_so() {
        int n = 1000;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = i;
        }
        Task task = new Task(List.of("x", "y"), List.of(), List.of());
        Sample sample = Rows.sample(Part.TEST, new int[0], Case.ones(n), x, x);
        CorrelationSettings some = new CorrelationSettings(List.of(Method.SPEARMAN), List.of(), 40, 100);
        MetricResult result = evaluate(some, Rows.of(task, sample));
        assertThat(result.figures().get(0).caption()).contains("over 100 rows of all rows");
        assertThat(result.values().get(0).value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void never_fail() {
        Sample without = Case.classified(Part.TEST, new int[] {0, 1}, Case.ones(2), new float[2]);
        assertThat(evaluate(BOTH, Rows.of(Rows.TWO, without)).notes())
                .containsExactly("the features are not at hand", "a correlation needs two columns or more");
        float[] nan = {Float.NaN, Float.NaN};
        Sample empty = Rows.sample(Part.TEST, new int[] {1, 1}, Case.ones(2), nan, nan, nan);
        MetricResult result = evaluate(BOTH, Rows.of(Rows.TWO, empty));
        assertThat(result.values()).hasSize(4).allSatisfy(value -> {
            assertThat(value.value()).isNaN();
            assertThat(value.keys().get("note")).contains("no two features vary together");
        });
        Sample weightless = Rows.sample(
                Part.TEST, new int[] {0, 0}, new double[] {1, -1}, new float[] {1, 2}, new float[] {1, 3}, nan);
        assertThat(evaluate(BOTH, Rows.of(Rows.TWO, weightless)).values())
                .allSatisfy(value -> assertThat(value.keys()).containsKey("note"));
    }
}
