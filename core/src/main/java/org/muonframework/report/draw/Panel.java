package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;

/**
 * Marks over one pair of axes.
 *
 * @param marks what is drawn, first at the back
 * @param painters one for each mark
 * @param y vertical axis
 * @param withErrors whether error bars must fit into the frame
 * @param distance what points keep from the frame, as a fraction of the span
 */
record Panel(List<Mark> marks, List<MarkPainter> painters, Axis y, boolean withErrors, double distance) {

    Panel {
        marks = List.copyOf(marks);
        painters = List.copyOf(painters);
    }

    /** The upper or only panel of a figure. */
    static Panel main(List<Mark> marks, Axis y) {
        return new Panel(marks, painters(marks, SeriesStyle.of(marks)), y, true, 0.06);
    }

    /** The lower panel, whose marks look like those above. */
    static Panel ratio(List<Mark> marks, Axis y, List<Mark> above) {
        return new Panel(marks, painters(marks, SeriesStyle.following(marks, above)), y, false, 0.3);
    }

    /** The vertical axis over what is drawn, from the bottom of the canvas upwards. */
    Scale yScale(double bottom, double top) {
        Extent extent = new Extent(y.logarithmic());
        painters.forEach(painter -> painter.extend(new Extent(false), extent, withErrors));
        return extent.scale(y, distance, bottom, top);
    }

    /** Whether there is something to be seen besides reference lines. */
    boolean isEmpty(Axis x) {
        Extent alongX = new Extent(x.logarithmic());
        Extent alongY = new Extent(y.logarithmic());
        IntStream.range(0, marks.size())
                .filter(i -> !(marks.get(i) instanceof Mark.Reference))
                .forEach(i -> painters.get(i).extend(alongX, alongY, false));
        return alongX.isEmpty() || alongY.isEmpty();
    }

    List<Line2D> lines(Scale xScale, Scale yScale) {
        return painters.stream()
                .flatMap(painter -> painter.lines(xScale, yScale).stream())
                .toList();
    }

    void paint(Canvas canvas, Rectangle2D area, Scale xScale, Scale yScale, Fonts fonts) {
        canvas.clip(area);
        for (MarkPainter painter : painters) {
            canvas.begin("mark", () -> painter.data(xScale, yScale));
            painter.paint(canvas, xScale, yScale);
            if (painter instanceof HeatMapPainter map) {
                map.paintNumbers(canvas, xScale, yScale, fonts);
            }
            canvas.end();
        }
        canvas.unclip();
    }

    private static List<MarkPainter> painters(List<Mark> marks, List<SeriesStyle> styles) {
        return IntStream.range(0, marks.size())
                .mapToObj(i -> MarkPainter.of(marks.get(i), styles.get(i)))
                .toList();
    }
}
