package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.util.List;
import org.muonframework.spi.figure.Mark;

/** Paints a straight line across the frame. */
final class ReferencePainter implements MarkPainter {

    private final Mark.Reference reference;
    private final SeriesStyle style;

    ReferencePainter(Mark.Reference reference, SeriesStyle style) {
        this.reference = reference;
        this.style = style;
    }

    @Override
    public void extend(Extent x, Extent y, boolean withErrors) {
        (reference.vertical() ? x : y).addPoint(reference.at());
    }

    @Override
    public void paint(Canvas canvas, Scale x, Scale y) {
        if (isDrawn(x, y)) {
            canvas.stroke(line(x, y), new Pen(style.ink(), BAR, style.dash()));
        }
    }

    @Override
    public List<Line2D> lines(Scale x, Scale y) {
        return isDrawn(x, y) ? List.of(line(x, y)) : List.of();
    }

    @Override
    public void sample(Canvas canvas, double left, double middle) {
        canvas.stroke(new Line2D.Double(left, middle, left + SAMPLE, middle), new Pen(style.ink(), BAR, style.dash()));
    }

    private boolean isDrawn(Scale x, Scale y) {
        return (reference.vertical() ? x : y).contains(reference.at());
    }

    private Line2D line(Scale x, Scale y) {
        return reference.vertical()
                ? new Line2D.Double(x.at(reference.at()), y.from(), x.at(reference.at()), y.to())
                : new Line2D.Double(x.from(), y.at(reference.at()), x.to(), y.at(reference.at()));
    }
}
