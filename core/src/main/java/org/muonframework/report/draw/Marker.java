package org.muonframework.report.draw;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The shape of a point, so that series of points differ without their colours. */
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    private static final double RADIUS = 3.6;

    /** The marker of a series. */
    static Marker series(int index) {
        return values()[index % values().length];
    }

    void paint(Canvas canvas, double x, double y, Ink ink) {
        canvas.fill(at(x, y), ink, 1);
    }

    /** Its outline about a place. */
    Shape at(double x, double y) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            case SQUARE -> polygon(x, y, RADIUS * 1.25, 4, 45);
            case TRIANGLE -> polygon(x, y + 0.8, RADIUS * 1.45, 3, -90);
            case DIAMOND -> polygon(x, y, RADIUS * 1.4, 4, 0);
        };
    }

    private static Path2D polygon(double x, double y, double radius, int corners, double degrees) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(degrees + 360.0 * i / corners);
            double cornerX = x + radius * Math.cos(angle);
            double cornerY = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }
}
