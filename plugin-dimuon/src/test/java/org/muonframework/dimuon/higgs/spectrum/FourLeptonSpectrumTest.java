package org.muonframework.dimuon.higgs.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

@DisplayName("The metric four-lepton-spectrum")
class FourLeptonSpectrumTest {

    private static final Task TASK = new Task(List.of("x"), List.of("background", "Higgs"), List.of());

    /** Rows of mass, process, weight and score. */
    private static Sample rows(double[]... rows) {
        double[] masses = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        double[] processes = Arrays.stream(rows).mapToDouble(row -> row[1]).toArray();
        double[] weights = Arrays.stream(rows).mapToDouble(row -> row[2]).toArray();
        float[] scores = new float[rows.length];
        int[] labels = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            scores[row] = (float) rows[row][3];
            labels[row] = rows[row][1] == 0 ? 1 : 0;
        }
        return new Sample(
                Part.TEST,
                labels,
                new float[0][],
                new float[][] {scores},
                weights,
                Map.of("m4l", masses, "process", processes));
    }

    /** Four H of weight ½ in the window with scores 0.2 to 0.8, two ZZ of weight 3, one Z → 4ℓ, one beyond the end. */
    private static final Sample SIMULATED = rows(
            new double[] {124, 0, 0.5, 0.2},
            new double[] {125, 0, 0.5, 0.4},
            new double[] {125.5, 0, 0.5, 0.6},
            new double[] {126, 0, 0.5, 0.8},
            new double[] {120, 1, 3, 0.3},
            new double[] {150, 1, 3, 0.7},
            new double[] {91, 2, 2, 0.1},
            new double[] {300, 1, 5, 0.9});

    private static final Sample DATA = rows(
            new double[] {125, -1, 1, 0.7},
            new double[] {119, -1, 1, 0.5},
            new double[] {90, -1, 1, 0.1},
            new double[] {Double.NaN, -1, 1, 0.9},
            new double[] {400, -1, 1, 0.9});

    private static FourLeptonSpectrumSettings settings(boolean scale, Optional<Double> efficiency) {
        return new FourLeptonSpectrumSettings("m4l", "process", 70, 181, 37, 118, 130, scale, efficiency);
    }

    private static Metric metric(FourLeptonSpectrumSettings settings) {
        return new FourLeptonSpectrumProvider().create(settings, Context.standalone(1, 1));
    }

    private static Evaluation nominal() {
        History history = new History("round", List.of(), 1, 1, 1);
        return new Evaluation("trees", TASK, history, List.of(SIMULATED), Part.TEST, Map.of());
    }

    private static MetricResult judge(boolean data, boolean scale, Optional<Double> efficiency) {
        Evaluation nominal = nominal();
        return metric(settings(scale, efficiency)).evaluate(data ? nominal.varied(DATA, Optional.empty()) : nominal);
    }

    private static MetricValue value(MetricResult result, String name, String key, String text) {
        return result.values().stream()
                .filter(value -> value.name().equals(name)
                        && (key.isEmpty() || text.equals(value.keys().get(key))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + result.values()));
    }

    @Test
    @DisplayName("sums the weights of H and of all others in the window, with the errors √Σw²")
    void expectation() {
        MetricResult result = judge(false, true, Optional.empty());
        MetricValue signal = value(result, "expected-signal", "stage", "all");
        assertThat(signal.value()).isCloseTo(2, within(1e-12));
        assertThat(signal.high() - signal.value()).isCloseTo(1, within(1e-12));
        assertThat(value(result, "expected-background", "stage", "all").value()).isEqualTo(3);
        assertThat(value(result, "signal-to-background", "stage", "all").value())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(value(result, "peak-median", "peak", "H").value()).isEqualTo(125.25);
        assertThat(value(result, "peak-median", "peak", "H").unit()).isEqualTo("GeV");
        assertThat(value(result, "peak-median", "peak", "Z4l").value()).isEqualTo(91);
        assertThat(result.figures()).extracting(Figure::name).containsExactly("m4l-expected");
        assertThat(metric(settings(true, Optional.empty())).needsModel()).isFalse();
    }

    @Test
    @DisplayName("counts data with exact Poisson intervals, and multiplies what is expected by data over expectation")
    void data() {
        MetricResult result = judge(true, true, Optional.empty());
        MetricValue observed = value(result, "observed", "stage", "all");
        assertThat(observed.value()).isEqualTo(2);
        assertThat(observed.low()).as("Garwood, 2 events").isCloseTo(0.7082, within(1e-3));
        assertThat(observed.high()).as("Garwood, 2 events").isCloseTo(4.6378, within(1e-3));
        assertThat(value(result, "observed-all", "", "").value()).isEqualTo(3);
        double scale = 3.0 / 10;
        assertThat(value(result, "expectation-scale", "", "").value()).isCloseTo(scale, within(1e-12));
        assertThat(value(result, "scaled-signal", "stage", "all").value()).isCloseTo(2 * scale, within(1e-12));
        assertThat(value(result, "scaled-background", "stage", "all").value()).isCloseTo(3 * scale, within(1e-12));
        assertThat(result.figures()).extracting(Figure::name).containsExactly("m4l-data");
        assertThat(result.figures().get(0).caption()).contains("multiplied by 0.300");
        assertThat(result.notes()).anyMatch(note -> note.contains("no count: 1"));
    }

    @Test
    @DisplayName("does not multiply where it is told not to")
    void unscaled() {
        MetricResult result = judge(true, false, Optional.empty());
        assertThat(value(result, "expectation-scale", "", "").value()).isEqualTo(1);
        assertThat(value(result, "scaled-signal", "stage", "all").value()).isCloseTo(2, within(1e-12));
        assertThat(result.figures().get(0).caption()).doesNotContain("multiplied");
    }

    @Test
    @DisplayName("cuts data where the simulation has the wanted part of H, and keeps the factor of all events")
    void selected() {
        MetricResult simulated = judge(false, true, Optional.of(0.5));
        assertThat(value(simulated, "threshold", "", "").value()).isBetween(0.4, 0.6000001);
        assertThat(value(simulated, "expected-signal", "stage", "selected").value())
                .isCloseTo(1, within(1e-12));
        assertThat(value(simulated, "expected-background", "stage", "selected").value())
                .isZero();
        MetricResult data = judge(true, true, Optional.of(0.5));
        assertThat(value(data, "observed", "stage", "selected").value()).isBetween(1.0, 2.0);
        assertThat(value(data, "scaled-signal", "stage", "selected").value()).isCloseTo(0.3, within(1e-12));
        assertThat(data.figures()).extracting(Figure::name).containsExactly("m4l-data", "m4l-data-selected");
        assertThat(data.figures().get(1).caption()).contains("50.0 % of H");
    }

    @Test
    @DisplayName("stacks the processes: the upper edge of H is the sum of all, its lower edge that of ZZ")
    void stack() {
        Figure figure = judge(false, true, Optional.empty()).figures().get(0);
        Mark.Curve higgs = (Mark.Curve) figure.marks().get(0);
        Mark.Curve zz = (Mark.Curve) figure.marks().get(1);
        assertThat(higgs.label()).isEqualTo("H");
        assertThat(higgs.low()).isEqualTo(zz.high());
        assertThat(Arrays.stream(higgs.high()).sum() / 2).isCloseTo(10, within(1e-12));
        int bin = (int) ((125.5 - 70) / 3);
        assertThat(higgs.x()[2 * bin]).isEqualTo(124);
        assertThat(higgs.high()[2 * bin] - higgs.low()[2 * bin]).isCloseTo(2, within(1e-12));
    }

    @Test
    @DisplayName("refuses a window beyond the spectrum, and a cut where there is no score of H")
    void refused() {
        assertThatThrownBy(() ->
                        new FourLeptonSpectrumSettings("m4l", "process", 70, 181, 37, 118, 190, true, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 118.0 to 190.0 GeV");
        Task regression = new Task(List.of("x"), List.of(), List.of("mass"));
        assertThat(metric(settings(true, Optional.of(0.8))).objection(regression))
                .isPresent();
        assertThat(metric(settings(true, Optional.empty())).objection(regression))
                .isEmpty();
    }
}
