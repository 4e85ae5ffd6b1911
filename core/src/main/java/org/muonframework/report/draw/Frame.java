package org.muonframework.report.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A frame with ticks inside on all four sides.
 *
 * @param area its inside
 */
record Frame(Rectangle2D area, AxisTicks xTicks, AxisTicks yTicks) {

    private static final double WIDTH = 1.2;
    private static final double MAJOR = 10;
    private static final double MINOR = 5;

    void paint(Canvas canvas, Scale x, Scale y) {
        Path2D path = new Path2D.Double(area);
        for (AxisTicks.Tick tick : xTicks.ticks()) {
            double at = x.at(tick.value());
            double length = tick.major() ? MAJOR : MINOR;
            line(path, at, area.getMaxY(), at, area.getMaxY() - length);
            line(path, at, area.getMinY(), at, area.getMinY() + length);
        }
        for (AxisTicks.Tick tick : yTicks.ticks()) {
            double at = y.at(tick.value());
            double length = tick.major() ? MAJOR : MINOR;
            line(path, area.getMinX(), at, area.getMinX() + length, at);
            line(path, area.getMaxX(), at, area.getMaxX() - length, at);
        }
        canvas.stroke(path, Pen.of(Ink.FOREGROUND, WIDTH));
    }

    private static void line(Path2D path, double fromX, double fromY, double toX, double toY) {
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
    }
}
