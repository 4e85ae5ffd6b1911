package org.muonframework.evaluate.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.evaluate.Case.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("The closure of a reweighting")
class ReweightingClosureTest {

    private static final ClosureVariable PT = new ClosureVariable("pt", Axis.of("pt", "GeV"), new double[] {0, 1, 2});

    private static ClosureSubject subject(boolean flat, ClosureVariable... variables) {
        return new ClosureSubject(
                "net",
                flat ? "flatten" : "signal-to-background",
                flat,
                List.of("background", "signal"),
                1,
                flat ? List.of(0, 1) : List.of(1),
                List.of(variables));
    }

    /** Background 60 : 20 in two bins, signal 20 : 60 before and 60 : 20 after; twenty of its rows are cut off. */
    private static ReweightedRows rows(Part part) {
        int n = 160;
        int[] labels = new int[n];
        double[] before = new double[n];
        double[] after = new double[n];
        boolean[] capped = new boolean[n];
        double[] pt = new double[n];
        double[] ofSignal = {3, 1.0 / 3, 1.0 / 3, 1.0 / 3};
        for (int i = 0; i < n; i++) {
            int block = i / 20;
            labels[i] = block / 4;
            before[i] = 1;
            after[i] = block < 4 ? 1 : ofSignal[block - 4];
            capped[i] = block == 7;
            pt[i] = block < 3 || block == 4 ? 0.5 : 1.5;
        }
        return new ReweightedRows(part, labels, before, after, new boolean[n], capped, Map.of("pt", pt));
    }

    @Test
    @DisplayName("tells effective numbers, largest weight and factor, and what was cut off")
    void weights() {
        MetricResult result = new ReweightingClosure(subject(false, PT)).evaluate(List.of(rows(Part.TRAINING)));

        assertThat(number(result, "effective-sample-size-before", "class=signal"))
                .isEqualTo(80);
        assertThat(number(result, "effective-sample-size", "class=signal"))
                .isCloseTo(320 / (9 + 1.0 / 3), within(1e-10));
        assertThat(number(result, "effective-sample-size", "class=background")).isEqualTo(80);
        assertThat(number(result, "largest-weight", "class=signal")).isEqualTo(3);
        assertThat(number(result, "largest-factor", "class=signal")).isEqualTo(3);
        assertThat(number(result, "fraction-capped", "class=signal")).isEqualTo(0.25);
        assertThat(number(result, "fraction-outside-support", "class=signal")).isZero();
        assertThat(result.values())
                .filteredOn(value -> "background".equals(value.keys().get("class")))
                .extracting(MetricValue::name)
                .containsExactly("effective-sample-size", "effective-sample-size-before", "largest-weight");
        assertThat(result.warnings())
                .last()
                .asString()
                .startsWith("the factor of 25.0 % of the weight of class 'signal' in the training part is cut off");
    }

    @Test
    @DisplayName("finds the shapes apart before and equal after")
    void tests() {
        MetricResult result = new ReweightingClosure(subject(false, PT)).evaluate(List.of(rows(Part.TRAINING)));

        // Shapes (¼, ¾) and (¾, ¼) of 80 rows each, ½ together: two bins of (½)²/(½·2/80), as Pearson has it.
        assertThat(number(result, "chi2-per-ndf", "stage=before")).isCloseTo(40, within(1e-12));
        assertThat(number(result, "chi2-per-ndf", "stage=after")).isCloseTo(0, within(1e-12));
        assertThat(number(result, "ks-distance", "stage=before")).isCloseTo(0.5, within(1e-12));
        assertThat(number(result, "ks-distance", "stage=after")).isCloseTo(0, within(1e-12));
        assertThat(number(result, "ks-p-value", "stage=after")).isEqualTo(1);
    }

    @Test
    @DisplayName("compares with a flat distribution where that was wanted")
    void flatness() {
        ReweightedRows given = rows(Part.VALIDATION);
        double[] after = new double[160];
        Arrays.setAll(after, i -> given.values().get("pt")[i] < 1 ? 2.0 / 3 : 2);
        ReweightedRows rows = new ReweightedRows(
                given.part(), given.labels(), given.before(), after, given.outside(), given.capped(), given.values());

        MetricResult result = new ReweightingClosure(subject(true, PT)).evaluate(List.of(rows));

        // Two bins of (60 − 40)²/40 with one degree of freedom.
        assertThat(value(result, "chi2-per-ndf-flat", Part.VALIDATION, "class=background", "stage=before")
                        .value())
                .isCloseTo(20, within(1e-12));
        assertThat(value(result, "chi2-per-ndf-flat", Part.VALIDATION, "class=background", "stage=after")
                        .value())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    @DisplayName("draws both classes before and after, and their ratio, for each part")
    void figures() {
        MetricResult result = new ReweightingClosure(subject(false, PT))
                .evaluate(List.of(rows(Part.TRAINING), rows(Part.VALIDATION)));

        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly("reweighting-pt-training", "reweighting-pt-validation");
        Figure figure = result.figures().get(0);
        assertThat(figure.marks())
                .extracting(Mark::label)
                .containsExactly("background, before", "signal, before", "background, after", "signal, after");
        Mark.Histogram after = (Mark.Histogram) figure.marks().get(2);
        assertThat(after.values()).containsExactly(new double[] {0.75, 0.25}, within(1e-12));
        Mark.Histogram ratio =
                (Mark.Histogram) figure.ratio().orElseThrow().marks().get(0);
        assertThat(ratio.values()).containsExactly(new double[] {1.0 / 3, 3}, within(1e-12));
        assertThat(figure.compared()).extracting(Mark::label).containsExactly("background", "signal");
    }

    @Test
    @DisplayName("looks at a variable that was not reweighted too")
    void checked() {
        SplittableRandom random = new SplittableRandom(1);
        double[] eta = random.doubles(1000, -2.5, 2.5).toArray();
        eta[0] = 1e6;
        eta[1] = Double.NaN;
        double[] ones = new double[1000];
        Arrays.fill(ones, 1);
        int[] labels = new int[1000];
        Arrays.setAll(labels, row -> row % 2);
        ReweightedRows rows = new ReweightedRows(
                Part.TRAINING, labels, ones, ones, new boolean[1000], new boolean[1000], Map.of("abs(eta)", eta));
        ClosureVariable variable = new ClosureVariable("abs(eta)", Axis.of("abs(eta)"), new double[0]);

        MetricResult result = new ReweightingClosure(subject(false, variable)).evaluate(List.of(rows));

        Figure figure = result.figures().get(0);
        assertThat(figure.name()).isEqualTo("reweighting-abs-eta-training");
        assertThat(figure.x().max().orElseThrow())
                .as("the far value is left out")
                .isBetween(2.4, 2.5);
        assertThat(figure.caption()).contains("It was not reweighted in this variable.");
        assertThat(number(result, "chi2-per-ndf", "stage=after")).isBetween(0.5, 1.6);
    }

    @Test
    @DisplayName("explains what cannot be compared")
    void impossible() {
        ReweightedRows rows = new ReweightedRows(
                Part.TRAINING,
                new int[] {0, 0, 1},
                new double[] {1, -1, 0},
                new double[] {1, -1, 0},
                new boolean[3],
                new boolean[3],
                Map.of("pt", new double[] {0.5, 0.5, Double.NaN}, "one", new double[] {7, 7, 7}));
        ClosureVariable constant = new ClosureVariable("one", Axis.of("one"), new double[0]);

        MetricResult result = new ReweightingClosure(subject(true, PT, constant)).evaluate(List.of(rows));

        assertThat(result.figures()).hasSize(2);
        assertThat(result.values())
                .filteredOn(value -> Double.isNaN(value.value()))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.keys().get("note")).isNotBlank());
        assertThat(result.figures())
                .allSatisfy(figure -> assertThat(figure.notes()).noneMatch(note -> note.contains("NaN")));
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("class 'signal' has no weight there"));
    }

    @Test
    @DisplayName("warns where few effective rows are left and where much is outside the support")
    void warnings() {
        int n = 100;
        int[] labels = new int[n];
        Arrays.fill(labels, 1);
        double[] before = new double[n];
        Arrays.fill(before, 1);
        double[] after = before.clone();
        after[0] = 50;
        boolean[] outside = new boolean[n];
        Arrays.fill(outside, 0, 6, true);
        ReweightedRows rows =
                new ReweightedRows(Part.TRAINING, labels, before, after, outside, new boolean[n], Map.of());

        MetricResult result = new ReweightingClosure(subject(false)).evaluate(List.of(rows));

        assertThat(result.warnings())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("the effective number of rows of class 'signal' in the training part falls from 100"
                                + " to 9"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("6.0 % of the weight of class 'signal' in the training part is beyond the edges"));
    }

    private static double number(MetricResult result, String name, String... keys) {
        return value(result, name, Part.TRAINING, keys).value();
    }
}
