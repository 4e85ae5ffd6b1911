package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisTicksTest {

    @Test
    void linearLabelsStepByOneTwoOrFiveAndShareTheirDecimals() {
        assertThat(labels(linear(0, 1))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(linear(66, 116))).containsExactly("70", "80", "90", "100", "110");
        assertThat(labels(linear(-2.5, 2.5))).containsExactly("−2", "−1", "0", "1", "2");
    }

    @Test
    void minorTicksDivideTheStepsIntoFourOrFive() {
        AxisTicks ticks = AxisTicks.of(linear(0, 1), 5);
        assertThat(ticks.ticks()).hasSize(21);
        assertThat(ticks.ticks().get(1).value()).isEqualTo(0.05);
        assertThat(ticks.ticks().get(1).major()).isFalse();
    }

    @Test
    void largeAndSmallNumbersShareAPowerOfTen() {
        AxisTicks ticks = AxisTicks.of(linear(0, 4.2e6), 5);
        assertThat(ticks.exponent()).isEqualTo(6);
        assertThat(labels(linear(0, 4.2e6))).containsExactly("0", "1", "2", "3", "4");
        assertThat(AxisTicks.of(linear(0, 2e-7), 5).exponent()).isEqualTo(-7);
    }

    @Test
    void decadesAreLabelledAsPowersOfTenWithMinorTicksBetween() {
        assertThat(labels(logarithmic(0.3, 2e4))).containsExactly("1", "10", "10^{2}", "10^{3}", "10^{4}");
        assertThat(labels(logarithmic(1e-4, 1))).contains("10^{−4}", "10^{−3}", "1");
        assertThat(AxisTicks.of(logarithmic(1, 1000), 5).ticks().stream()
                        .filter(tick -> !tick.major())
                        .map(AxisTicks.Tick::value))
                .hasSize(24)
                .startsWith(2.0, 3.0)
                .endsWith(800.0, 900.0);
    }

    @Test
    void aLogarithmicAxisOfFewDecadesIsLabelledBetweenThem() {
        assertThat(labels(logarithmic(4, 100))).containsExactly("5", "10", "20", "50", "100");
    }

    @Test
    void veryManyDecadesAreLabelledSparsely() {
        assertThat(labels(logarithmic(1e-30, 1e30))).hasSizeBetween(5, 12);
    }

    @Property(tries = 300)
    void ticksLieOnTheAxisInOrderAndAreFew(
            @ForAll @DoubleRange(min = -1000, max = 1000) double start,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double span,
            @ForAll @IntRange(min = -15, max = 15) int power) {
        double low = start * Math.pow(10, power);
        double width = span * Math.pow(10, power);
        Scale scale = linear(low, low + width);
        List<Double> values = AxisTicks.of(scale, 5).ticks().stream()
                .map(AxisTicks.Tick::value)
                .toList();
        assertThat(values).hasSizeBetween(5, 60).isSorted();
        assertThat(values.get(0)).isGreaterThanOrEqualTo(low - 1e-5 * width);
        assertThat(values.get(values.size() - 1)).isLessThanOrEqualTo(low + width * (1 + 1e-5));
    }

    private static List<String> labels(Scale scale) {
        return AxisTicks.of(scale, 5).ticks().stream()
                .map(AxisTicks.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static Scale linear(double min, double max) {
        return new Scale(min, max, false, 0, 400);
    }

    private static Scale logarithmic(double min, double max) {
        return new Scale(min, max, true, 0, 400);
    }
}
