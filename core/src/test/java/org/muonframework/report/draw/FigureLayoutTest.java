package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.report.FigureGallery;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

class FigureLayoutTest {

    private final Fonts fonts = new Fonts();

    static List<Figure> gallery() {
        return FigureGallery.all();
    }

    @Test
    void aHistogramStepsExactlyAtItsBinEdges() {
        double[] edges = {0, 1, 2.5, 4, 10};
        var histogram = new Mark.Histogram("", HistogramStyle.STEP, edges, new double[] {3, 5, 0, 2}, new double[4]);
        FigureLayout layout = FigureLayout.of(figure(Axis.of("x"), Axis.of("y"), histogram), fonts);

        var outline = ((HistogramPainter) layout.main().panel().painters().get(0))
                .outline(layout.x(), layout.main().y());

        var frame = layout.main().frame().area();
        List<double[]> corners = corners(outline);
        assertThat(corners).hasSize(10);
        for (int i = 0; i < edges.length; i++) {
            double expected = frame.getMinX() + edges[i] / 10 * frame.getWidth();
            assertThat(corners.get(2 * i)[0]).isCloseTo(expected, within(1e-9));
            assertThat(corners.get(2 * i + 1)[0]).isCloseTo(expected, within(1e-9));
        }
        assertThat(corners.get(0)[1]).isCloseTo(frame.getMaxY(), within(1e-9));
    }

    @Test
    void countsRiseFromZeroAndLogarithmicAxesPassOverWhatTheyCannotShow() {
        var histogram = new Mark.Histogram(
                "", HistogramStyle.STEP, new double[] {0, 1, 2, 3}, new double[] {50, 0, 400}, new double[3]);
        assertThat(FigureLayout.of(figure(Axis.of("x"), Axis.of("y"), histogram), fonts)
                        .main()
                        .y()
                        .min())
                .isZero();
        assertThat(FigureLayout.of(figure(Axis.of("x"), Axis.of("y").log(), histogram), fonts)
                        .main()
                        .y()
                        .min())
                .isBetween(20.0, 50.0);
    }

    @Test
    void fixedEndsAreKept() {
        var curve = Mark.Curve.of("a label", new double[] {0, 1}, new double[] {0, 1});
        Scale y = FigureLayout.of(figure(Axis.of("x"), Axis.of("y").between(0, 1), curve), fonts)
                .main()
                .y();
        assertThat(y.min()).isZero();
        assertThat(y.max()).isEqualTo(1);
    }

    @Test
    void theRatioPanelTakesThirtyPercentOfTheHeightAndSharesTheHorizontalAxis() {
        FigureLayout layout = FigureLayout.of(FigureGallery.mass(), fonts);
        var above = layout.main().frame().area();
        var below = layout.ratio().orElseThrow().frame().area();
        assertThat(below.getHeight() / (above.getHeight() + below.getHeight())).isCloseTo(0.3, within(0.01));
        assertThat(below.getMinX()).isEqualTo(above.getMinX());
        assertThat(below.getMaxX()).isEqualTo(above.getMaxX());
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void legendAndNotesHideNoDataInTheGallery(Figure figure) {
        FigureLayout layout = FigureLayout.of(figure, fonts);
        assertThat(layout.legendBox().hidden()).as("legend of " + figure.name()).isZero();
        assertThat(layout.notesBox().hidden()).as("notes of " + figure.name()).isZero();
    }

    @Property(tries = 60)
    void theAxisGrowsUntilTheLegendHidesNoHistogram(
            @ForAll @IntRange(min = 1, max = 60) int bins,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll boolean logarithmic,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] edges = IntStream.rangeClosed(0, bins).asDoubleStream().toArray();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] values = random.doubles(bins, 0, 1000).toArray();
            HistogramStyle style = random.nextBoolean() ? HistogramStyle.FILLED : HistogramStyle.POINTS;
            marks.add(new Mark.Histogram("Sample " + i, style, edges, values, new double[bins]));
        }
        Axis y = logarithmic ? Axis.of("Events").log() : Axis.of("Events");
        Figure figure =
                Figure.of("name", "title", "caption", Axis.of("x"), y, marks).withNotes(List.of("χ^{2}/ndf = 1.2"));

        FigureLayout layout = FigureLayout.of(figure, fonts);

        assertThat(layout.legendBox().hidden()).isZero();
        assertThat(layout.notesBox().hidden()).isZero();
        assertThat(layout.legendBox().box().intersects(layout.notesBox().box())).isFalse();
        assertThat(layout.main().frame().area().contains(layout.legendBox().box()))
                .isTrue();
    }

    private static Figure figure(Axis x, Axis y, Mark mark) {
        return Figure.of("name", "title", "caption", x, y, List.of(mark));
    }

    private static List<double[]> corners(Path2D path) {
        List<double[]> corners = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(at);
            corners.add(new double[] {at[0], at[1]});
        }
        return corners;
    }
}
