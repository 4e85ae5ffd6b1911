package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.figure.Mark;

/** Paints one kind of mark. */
interface MarkPainter extends LegendSample {

    /** Width of a sample in the legend. */
    double SAMPLE = 28;

    /** Width of the lines of series. */
    double LINE = 1.8;

    /** Width of error bars. */
    double BAR = 1.2;

    /**
     * Adds what the axes must show.
     *
     * @param withErrors whether error bars must fit into the frame
     */
    void extend(Extent x, Extent y, boolean withErrors);

    /** Paints the mark; the caller clips to the frame. */
    void paint(Canvas canvas, Scale x, Scale y);

    /** Lines that cover what text must not hide. */
    List<Line2D> lines(Scale x, Scale y);

    /**
     * The numbers behind the mark for a script that reads them out, by name; empty where there is nothing to read.
     *
     * @param x horizontal axis, which says how many points of a line are worth keeping
     */
    default Map<String, String> data(Scale x, Scale y) {
        return Map.of();
    }

    /** The painter of a mark. */
    static MarkPainter of(Mark mark, SeriesStyle style) {
        if (mark instanceof Mark.Histogram histogram) {
            return new HistogramPainter(histogram, style);
        }
        if (mark instanceof Mark.Curve curve) {
            return new CurvePainter(curve, style);
        }
        if (mark instanceof Mark.Points points) {
            return new PointsPainter(points, style);
        }
        if (mark instanceof Mark.HeatMap map) {
            return new HeatMapPainter(map);
        }
        return new ReferencePainter((Mark.Reference) mark, style);
    }
}
