package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

class SeriesStyleTest {

    @Test
    void noTwoOfManyCurvesLookAlike() {
        List<Mark> curves = IntStream.range(0, 30)
                .mapToObj(i -> (Mark) Mark.Curve.of("", new double[] {0}, new double[] {i}))
                .toList();
        assertThat(SeriesStyle.of(curves)).doesNotHaveDuplicates();
    }

    @Test
    void aBandHasTheColourOfTheOutlineBeforeItAndOneAloneItsOwn() {
        List<SeriesStyle> styles = SeriesStyle.of(List.of(
                histogram(HistogramStyle.STEP),
                histogram(HistogramStyle.BAND),
                histogram(HistogramStyle.FILLED),
                histogram(HistogramStyle.BAND),
                histogram(HistogramStyle.POINTS)));
        assertThat(styles.get(1)).isEqualTo(styles.get(0));
        assertThat(styles.get(3)).isEqualTo(styles.get(2));
        assertThat(styles.get(2).ink()).isEqualTo(Palette.series(1));
        assertThat(styles.get(4).ink()).isEqualTo(Ink.FOREGROUND);
        assertThat(SeriesStyle.of(List.of(histogram(HistogramStyle.BAND)))
                        .get(0)
                        .ink())
                .isEqualTo(Palette.series(0));
    }

    private static Mark histogram(HistogramStyle style) {
        return new Mark.Histogram("", style, new double[] {0, 1}, new double[] {1}, new double[] {1});
    }
}
