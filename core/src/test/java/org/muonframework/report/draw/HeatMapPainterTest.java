package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Mark;

class HeatMapPainterTest {

    @Test
    void countsOverDecadesHaveALogarithmicScaleWithoutTheirZeros() {
        Scale colours = colours(false, 0, 1, 20, 5000);
        assertThat(colours.logarithmic()).isTrue();
        assertThat(colours.min()).isEqualTo(1);
        assertThat(colours.max()).isCloseTo(5000, within(1e-6));
    }

    @Test
    void aTinyValueDoesNotSpendTheColours() {
        assertThat(colours(false, 1e-12, 1, 20, 5000).min()).isBetween(0.0049, 0.0051);
    }

    @Test
    void valuesOfAFewDecadesAreLinearAndSoAreThoseThatCanBeRead() {
        assertThat(colours(false, 1, 2, 250).logarithmic()).isFalse();
        assertThat(colours(true, 0.001, 0.2, 0.9).logarithmic()).isFalse();
        assertThat(colours(true, 0.001, 0.2, 0.9).min()).isEqualTo(0.001);
    }

    @Test
    void valuesOfBothSignsAreSymmetricAboutZero() {
        Scale colours = colours(false, -2000, 1, 30);
        assertThat(colours.logarithmic()).isFalse();
        assertThat(colours.min()).isEqualTo(-2000);
        assertThat(colours.max()).isEqualTo(2000);
    }

    @Test
    void aLimitHoldsForBothSignsWhateverTheValuesAre() {
        var map = new Mark.HeatMap(
                "Correlation", new double[] {0, 1}, new double[] {0, 1}, new double[][] {{0.3}}, true, 1);
        Scale colours = new HeatMapPainter(map).colours(0, 1);
        assertThat(colours.min()).isEqualTo(-1);
        assertThat(colours.max()).isEqualTo(1);
        assertThat(new HeatMapPainter(map).colourMap()).isEqualTo(ColourMap.DIVERGING);
    }

    @Test
    void valuesThatAreNoneAndMapsOfNothingAreBorne() {
        assertThat(colours(false, Double.NaN, Double.POSITIVE_INFINITY, 3, 4).max())
                .isEqualTo(4);
        assertThat(colours(false, Double.NaN).logarithmic()).isFalse();
        assertThat(colours(false, 0, 0).logarithmic()).isFalse();
    }

    private static Scale colours(boolean printed, double... values) {
        double[] edges = new double[values.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i;
        }
        var map = new Mark.HeatMap("Events", new double[] {0, 1}, edges, new double[][] {values}, printed);
        return new HeatMapPainter(map).colours(0, 1);
    }
}
