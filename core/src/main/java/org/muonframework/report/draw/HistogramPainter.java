package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/** Paints a histogram: an outline at the bin edges, or points in the middles of the bins. */
final class HistogramPainter implements MarkPainter {

    private static final double FILL_OPACITY = 0.28;

    /** Distance of the lines that stand for the area under an outline, narrower than any text. */
    private static final double BETWEEN_LINES = 20;

    private final Mark.Histogram histogram;
    private final SeriesStyle style;

    HistogramPainter(Mark.Histogram histogram, SeriesStyle style) {
        this.histogram = histogram;
        this.style = style;
    }

    @Override
    public void extend(Extent x, Extent y, boolean withErrors) {
        boolean any = false;
        for (int i = 0; i < bins(); i++) {
            double value = histogram.values()[i];
            if (!Double.isFinite(value)) {
                continue;
            }
            any = true;
            y.addPoint(value);
            if (withErrors) {
                y.addPoint(value + error(i));
                boolean below = value < 0 || ((isPoints() || isBand()) && value - error(i) > 0);
                y.addPoint(below ? value - error(i) : value);
            }
        }
        if (any && withErrors) {
            y.addEdge(0);
        }
        for (double edge : any ? histogram.edges() : new double[0]) {
            x.addEdge(edge);
        }
    }

    @Override
    public void paint(Canvas canvas, Scale x, Scale y) {
        if (isBand()) {
            canvas.fill(band(x, y), style.ink(), FILL_OPACITY);
            return;
        }
        if (isPoints()) {
            paintBars(canvas, x, y);
            List<Point2D> centres = new ArrayList<>();
            for (int i = 0; i < bins(); i++) {
                if (isDrawn(i)) {
                    centres.add(new Point2D.Double(middle(i, x), y.at(histogram.values()[i])));
                }
            }
            canvas.markers(style.marker(), centres, style.ink());
            return;
        }
        Path2D outline = outline(x, y);
        if (histogram.style() == HistogramStyle.FILLED) {
            canvas.fill(outline, style.ink(), FILL_OPACITY);
        }
        canvas.stroke(outline, new Pen(style.ink(), LINE, style.dash()));
        paintBars(canvas, x, y);
    }

    /** The areas from value − error to value + error. */
    private Path2D band(Scale x, Scale y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < bins(); i++) {
            double value = histogram.values()[i];
            if (error(i) > 0 && Double.isFinite(value)) {
                double left = x.at(histogram.edges()[i]);
                double top = y.at(value + error(i));
                double width = x.at(histogram.edges()[i + 1]) - left;
                path.append(new Rectangle2D.Double(left, top, width, y.at(value - error(i)) - top), false);
            }
        }
        return path;
    }

    /** The outline, down to the base line at both ends of every stretch of bins that have a value. */
    Path2D outline(Scale x, Scale y) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < bins(); i++) {
            double left = x.at(histogram.edges()[i]);
            double top = y.at(histogram.values()[i]);
            if (Double.isNaN(histogram.values()[i])) {
                if (open) {
                    path.lineTo(left, y.baseline());
                }
                open = false;
                continue;
            }
            if (!open) {
                path.moveTo(left, y.baseline());
            }
            path.lineTo(left, top);
            path.lineTo(x.at(histogram.edges()[i + 1]), top);
            open = true;
        }
        if (open) {
            path.lineTo(x.at(histogram.edges()[bins()]), y.baseline());
        }
        return path;
    }

    @Override
    public List<Line2D> lines(Scale x, Scale y) {
        List<Line2D> lines = new ArrayList<>();
        double previous = y.baseline();
        for (int i = 0; i < bins(); i++) {
            double value = histogram.values()[i];
            if (Double.isNaN(value) || (isPoints() && !isDrawn(i)) || (isBand() && error(i) == 0)) {
                continue;
            }
            double left = x.at(histogram.edges()[i]);
            double right = x.at(histogram.edges()[i + 1]);
            if (isBand()) {
                for (double at = left; at < right; at += BETWEEN_LINES) {
                    lines.add(new Line2D.Double(at, y.at(value + error(i)), at, y.at(value - error(i))));
                }
                continue;
            }
            double top = y.at(value);
            lines.add(new Line2D.Double(left, top, right, top));
            double head = y.at(value + error(i));
            if (isPoints()) {
                lines.add(new Line2D.Double(middle(i, x), head, middle(i, x), y.at(value - error(i))));
                continue;
            }
            lines.add(new Line2D.Double(middle(i, x), head, middle(i, x), y.baseline()));
            for (double at = left; at < right; at += BETWEEN_LINES) {
                lines.add(new Line2D.Double(at, top, at, y.baseline()));
            }
            lines.add(new Line2D.Double(left, previous, left, top));
            previous = top;
        }
        return lines;
    }

    @Override
    public void sample(Canvas canvas, double left, double middle) {
        double centre = left + SAMPLE / 2;
        if (isPoints()) {
            canvas.stroke(new Line2D.Double(centre, middle - 7, centre, middle + 7), Pen.of(style.ink(), BAR));
            style.marker().paint(canvas, centre, middle, style.ink());
        } else if (isBand()) {
            canvas.fill(new Rectangle2D.Double(left, middle - 5.5, SAMPLE, 11), style.ink(), FILL_OPACITY);
        } else if (histogram.style() == HistogramStyle.FILLED) {
            var box = new Rectangle2D.Double(left, middle - 5.5, SAMPLE, 11);
            canvas.fill(box, style.ink(), FILL_OPACITY);
            canvas.stroke(box, new Pen(style.ink(), LINE, style.dash()));
        } else {
            canvas.stroke(
                    new Line2D.Double(left, middle, left + SAMPLE, middle), new Pen(style.ink(), LINE, style.dash()));
        }
    }

    @Override
    public Map<String, String> data(Scale x, Scale y) {
        return Map.of(
                "mark", "histogram",
                "label", histogram.label(),
                "x", NumberText.list(histogram.edges()),
                "y", NumberText.list(histogram.values()),
                "error", NumberText.list(histogram.errors()));
    }

    private void paintBars(Canvas canvas, Scale x, Scale y) {
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < bins(); i++) {
            double value = histogram.values()[i];
            if (error(i) > 0 && Double.isFinite(value)) {
                double middle = middle(i, x);
                bars.append(new Line2D.Double(middle, y.at(value - error(i)), middle, y.at(value + error(i))), false);
            }
        }
        if (bars.getCurrentPoint() != null) {
            canvas.stroke(bars, Pen.of(style.ink(), BAR));
        }
    }

    private int bins() {
        return histogram.values().length;
    }

    private boolean isBand() {
        return histogram.style() == HistogramStyle.BAND;
    }

    private boolean isPoints() {
        return histogram.style() == HistogramStyle.POINTS;
    }

    /** A point at zero without an uncertainty says nothing: such bins stay empty. */
    private boolean isDrawn(int bin) {
        double value = histogram.values()[bin];
        return Double.isFinite(value) && (value != 0 || error(bin) > 0);
    }

    private double error(int bin) {
        double error = histogram.errors()[bin];
        return error > 0 && error < Double.POSITIVE_INFINITY ? error : 0;
    }

    private double middle(int bin, Scale x) {
        return (x.at(histogram.edges()[bin]) + x.at(histogram.edges()[bin + 1])) / 2;
    }
}
