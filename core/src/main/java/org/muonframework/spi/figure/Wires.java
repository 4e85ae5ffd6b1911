package org.muonframework.spi.figure;

import java.util.ArrayList;
import java.util.List;

/** The lines that outlines are drawn with. */
final class Wires {

    private static final int CIRCLE = 48;
    private static final int SIDES = 4;

    private Wires() {}

    /** Two faces along z, each closed, and the four edges between them. */
    static List<Shape.Line> of(Shape.Frame frame) {
        double[] a = frame.low();
        double[] b = frame.high();
        double[] x = {a[0], b[0], b[0], a[0], a[0]};
        double[] y = {a[1], a[1], b[1], b[1], a[1]};
        List<Shape.Line> lines = new ArrayList<>();
        for (double z : new double[] {a[2], b[2]}) {
            lines.add(new Shape.Line(x, y, new double[] {z, z, z, z, z}));
        }
        for (int corner = 0; corner < 4; corner++) {
            lines.add(new Shape.Line(
                    new double[] {x[corner], x[corner]}, new double[] {y[corner], y[corner]}, new double[] {a[2], b[2]
                    }));
        }
        return lines;
    }

    /** Both circles, and four lines between them. */
    static List<Shape.Line> of(Shape.Cylinder cylinder) {
        double[] first = across(cylinder.from(), cylinder.to());
        double[] second = cross(unit(minus(cylinder.to(), cylinder.from())), first);
        List<Shape.Line> lines = new ArrayList<>();
        for (double[] middle : List.of(cylinder.from(), cylinder.to())) {
            double[][] circle = new double[3][CIRCLE + 1];
            for (int i = 0; i <= CIRCLE; i++) {
                double[] at = around(middle, first, second, cylinder.radius(), i % CIRCLE);
                for (int axis = 0; axis < 3; axis++) {
                    circle[axis][i] = at[axis];
                }
            }
            lines.add(new Shape.Line(circle[0], circle[1], circle[2]));
        }
        for (int side = 0; side < SIDES; side++) {
            double[] from = around(cylinder.from(), first, second, cylinder.radius(), side * CIRCLE / SIDES);
            double[] to = around(cylinder.to(), first, second, cylinder.radius(), side * CIRCLE / SIDES);
            lines.add(new Shape.Line(
                    new double[] {from[0], to[0]}, new double[] {from[1], to[1]}, new double[] {from[2], to[2]}));
        }
        return lines;
    }

    private static double[] around(double[] middle, double[] first, double[] second, double radius, int step) {
        double cos = radius * Math.cos(2 * Math.PI * step / CIRCLE);
        double sin = radius * Math.sin(2 * Math.PI * step / CIRCLE);
        double[] at = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            at[axis] = middle[axis] + cos * first[axis] + sin * second[axis];
        }
        return at;
    }

    /** A direction across the line between two places: across the axis that the line is least along. */
    private static double[] across(double[] from, double[] to) {
        double[] along = unit(minus(to, from));
        int least = 0;
        for (int axis = 1; axis < 3; axis++) {
            least = Math.abs(along[axis]) < Math.abs(along[least]) ? axis : least;
        }
        double[] other = new double[3];
        other[least] = 1;
        return unit(cross(along, other));
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double length = Math.hypot(Math.hypot(a[0], a[1]), a[2]);
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
