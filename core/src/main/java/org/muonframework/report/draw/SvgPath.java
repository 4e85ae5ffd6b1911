package org.muonframework.report.draw;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.List;

/** Writes shapes as the path data of SVG, to a hundredth of a point and as short as that allows. */
final class SvgPath {

    private static final double UNIT = 100;

    private final StringBuilder data = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;

    private SvgPath() {}

    static String of(Shape shape) {
        SvgPath path = new SvgPath();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            path.add(i.currentSegment(at), at);
        }
        return path.data.toString();
    }

    /**
     * The same closed shape about each of some places: {@code M} to the place, then moves relative to it.
     *
     * @param shape about the origin
     */
    static String repeated(Shape shape, List<Point2D> centres) {
        String relative = of(shape).replaceFirst("^M", "m");
        StringBuilder data = new StringBuilder();
        for (Point2D centre : centres) {
            data.append('M').append(number(centre.getX())).append(' ').append(number(centre.getY()));
            data.append(relative);
        }
        return data.toString();
    }

    /** A number without needless digits. */
    static String number(double value) {
        return decimal(Math.round(value * UNIT));
    }

    private void add(int segment, double[] at) {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> move(Math.round(at[0] * UNIT), Math.round(at[1] * UNIT));
            case PathIterator.SEG_LINETO -> line(Math.round(at[0] * UNIT), Math.round(at[1] * UNIT));
            case PathIterator.SEG_QUADTO -> curve('q', at, 4);
            case PathIterator.SEG_CUBICTO -> curve('c', at, 6);
            default -> close();
        }
    }

    private void move(long toX, long toY) {
        data.append('M').append(decimal(toX)).append(' ').append(decimal(toY));
        startX = toX;
        startY = toY;
        x = toX;
        y = toY;
    }

    private void line(long toX, long toY) {
        if (toY == y) {
            data.append('h').append(decimal(toX - x));
        } else if (toX == x) {
            data.append('v').append(decimal(toY - y));
        } else {
            data.append('l').append(decimal(toX - x)).append(' ').append(decimal(toY - y));
        }
        x = toX;
        y = toY;
    }

    private void curve(char command, double[] at, int coordinates) {
        char separator = command;
        for (int i = 0; i < coordinates; i += 2) {
            data.append(separator).append(decimal(Math.round(at[i] * UNIT) - x));
            data.append(' ').append(decimal(Math.round(at[i + 1] * UNIT) - y));
            separator = ' ';
        }
        x = Math.round(at[coordinates - 2] * UNIT);
        y = Math.round(at[coordinates - 1] * UNIT);
    }

    private void close() {
        data.append('z');
        x = startX;
        y = startY;
    }

    private static String decimal(long hundredths) {
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        String digits = rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest;
        return sign + (whole == 0 ? "" : whole) + "." + digits;
    }
}
