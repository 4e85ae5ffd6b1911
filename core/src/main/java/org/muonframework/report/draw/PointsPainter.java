package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.figure.Mark;

/** Paints points with horizontal and vertical bars. */
final class PointsPainter implements MarkPainter {

    private final Mark.Points points;
    private final SeriesStyle style;

    PointsPainter(Mark.Points points, SeriesStyle style) {
        this.points = points;
        this.style = style;
    }

    @Override
    public void extend(Extent x, Extent y, boolean withErrors) {
        for (int i = 0; i < points.x().length; i++) {
            if (isDrawn(i)) {
                x.addPoint(points.x()[i]);
                x.addEdge(points.xLow()[i]);
                x.addEdge(points.xHigh()[i]);
                y.addPoint(points.y()[i]);
                if (withErrors) {
                    y.addPoint(points.low()[i]);
                    y.addPoint(points.high()[i]);
                }
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Scale x, Scale y) {
        Path2D bars = new Path2D.Double();
        List<Point2D> centres = new ArrayList<>();
        for (int i = 0; i < points.x().length; i++) {
            if (isDrawn(i)) {
                bars.append(vertical(i, x, y), false);
                bars.append(horizontal(i, x, y), false);
                centres.add(new Point2D.Double(x.at(points.x()[i]), y.at(points.y()[i])));
            }
        }
        canvas.stroke(bars, Pen.of(style.ink(), BAR));
        canvas.markers(style.marker(), centres, style.ink());
    }

    @Override
    public List<Line2D> lines(Scale x, Scale y) {
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < points.x().length; i++) {
            if (isDrawn(i)) {
                lines.add(vertical(i, x, y));
                lines.add(horizontal(i, x, y));
            }
        }
        return lines;
    }

    @Override
    public void sample(Canvas canvas, double left, double middle) {
        double centre = left + SAMPLE / 2;
        Path2D cross = new Path2D.Double();
        cross.append(new Line2D.Double(centre, middle - 7, centre, middle + 7), false);
        cross.append(new Line2D.Double(centre - 9, middle, centre + 9, middle), false);
        canvas.stroke(cross, Pen.of(style.ink(), BAR));
        style.marker().paint(canvas, centre, middle, style.ink());
    }

    @Override
    public Map<String, String> data(Scale x, Scale y) {
        return Map.of(
                "mark", "points",
                "label", points.label(),
                "x", NumberText.list(points.x()),
                "x-low", NumberText.list(points.xLow()),
                "x-high", NumberText.list(points.xHigh()),
                "y", NumberText.list(points.y()),
                "low", NumberText.list(points.low()),
                "high", NumberText.list(points.high()));
    }

    private Line2D vertical(int i, Scale x, Scale y) {
        double at = x.at(points.x()[i]);
        return new Line2D.Double(at, y.at(orValue(points.low(), i)), at, y.at(orValue(points.high(), i)));
    }

    private Line2D horizontal(int i, Scale x, Scale y) {
        double at = y.at(points.y()[i]);
        double low = Double.isFinite(points.xLow()[i]) ? points.xLow()[i] : points.x()[i];
        double high = Double.isFinite(points.xHigh()[i]) ? points.xHigh()[i] : points.x()[i];
        return new Line2D.Double(x.at(low), at, x.at(high), at);
    }

    private double orValue(double[] ends, int i) {
        return Double.isFinite(ends[i]) ? ends[i] : points.y()[i];
    }

    private boolean isDrawn(int i) {
        return Double.isFinite(points.x()[i]) && Double.isFinite(points.y()[i]);
    }
}
