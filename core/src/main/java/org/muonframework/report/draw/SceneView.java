package org.muonframework.report.draw;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Parallel projection of a block of space onto the canvas, seen from where x and z are negative and from above.
 *
 * @param perUnit points of the canvas to a unit of space
 * @param middleX where the middle of the block is on the canvas
 */
record SceneView(double perUnit, double middleX, double middleY) {

    private static final double[] TOWARDS = unit(-0.8, 0.5, -0.55);
    private static final double[] RIGHT = unit(TOWARDS[2], 0, -TOWARDS[0]);
    private static final double[] UP = {
        TOWARDS[1] * RIGHT[2] - TOWARDS[2] * RIGHT[1],
        TOWARDS[2] * RIGHT[0] - TOWARDS[0] * RIGHT[2],
        TOWARDS[0] * RIGHT[1] - TOWARDS[1] * RIGHT[0]
    };

    /** The view in which a block about the origin fills an area. */
    static SceneView filling(Rectangle2D area, double[] sides) {
        double width = 0;
        double height = 0;
        for (int axis = 0; axis < 3; axis++) {
            width += sides[axis] * Math.abs(RIGHT[axis]);
            height += sides[axis] * Math.abs(UP[axis]);
        }
        double perUnit = Math.min(area.getWidth() / width, area.getHeight() / height);
        return new SceneView(perUnit, area.getCenterX(), area.getCenterY());
    }

    /** The direction towards the viewer, of length 1. */
    static double[] towards() {
        return TOWARDS.clone();
    }

    Point2D.Double at(double... place) {
        return new Point2D.Double(middleX + perUnit * dot(place, RIGHT), middleY - perUnit * dot(place, UP));
    }

    /** How near a place is to the viewer. */
    static double nearness(double... place) {
        return dot(place, TOWARDS);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
