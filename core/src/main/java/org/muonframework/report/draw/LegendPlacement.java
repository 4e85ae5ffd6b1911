package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The place of a block of text inside a frame that hides the least of what is drawn there.
 *
 * @param box where it goes
 * @param hidden length of the drawn lines that it covers; 0 if it is free
 */
record LegendPlacement(Rectangle2D box, double hidden) {

    /** What a block keeps from the frame, beyond the ticks. */
    private static final double INSET = 13;

    /** What it keeps from the lines around it. */
    private static final double CLEARANCE = 4;

    /** Tries the corners and the middle of the top, the first of equals winning. */
    static LegendPlacement in(Rectangle2D frame, double width, double height, List<Line2D> lines) {
        double left = frame.getMinX() + INSET;
        double right = frame.getMaxX() - INSET - width;
        double middle = frame.getCenterX() - width / 2;
        double top = frame.getMinY() + INSET - 2;
        double bottom = frame.getMaxY() - INSET - height;
        double[][] corners = {{right, top}, {left, top}, {middle, top}, {right, bottom}, {left, bottom}};
        LegendPlacement best = at(corners[0], width, height, lines);
        for (double[] corner : corners) {
            LegendPlacement other = at(corner, width, height, lines);
            best = other.hidden < best.hidden ? other : best;
        }
        return best;
    }

    boolean isFree() {
        return hidden == 0;
    }

    private static LegendPlacement at(double[] corner, double width, double height, List<Line2D> lines) {
        Rectangle2D box = new Rectangle2D.Double(corner[0], corner[1], width, height);
        Rectangle2D kept = new Rectangle2D.Double(
                corner[0] - CLEARANCE, corner[1] - CLEARANCE, width + 2 * CLEARANCE, height + 2 * CLEARANCE);
        double hidden = lines.stream().mapToDouble(line -> hidden(line, kept)).sum();
        return new LegendPlacement(box, hidden);
    }

    /** The length of a line inside a box, at least one if it touches it (clipping after Liang and Barsky, 1984). */
    private static double hidden(Line2D line, Rectangle2D box) {
        if (!line.intersects(box)) {
            return 0;
        }
        double dx = line.getX2() - line.getX1();
        double dy = line.getY2() - line.getY1();
        double enter = 0;
        double leave = 1;
        double[] steps = {-dx, dx, -dy, dy};
        double[] distances = {
            line.getX1() - box.getMinX(),
            box.getMaxX() - line.getX1(),
            line.getY1() - box.getMinY(),
            box.getMaxY() - line.getY1()
        };
        for (int side = 0; side < 4; side++) {
            if (steps[side] < 0) {
                enter = Math.max(enter, distances[side] / steps[side]);
            } else if (steps[side] > 0) {
                leave = Math.min(leave, distances[side] / steps[side]);
            }
        }
        return Math.max(1, (leave - enter) * Math.hypot(dx, dy));
    }
}
