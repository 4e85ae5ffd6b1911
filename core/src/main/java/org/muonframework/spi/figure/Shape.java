package org.muonframework.spi.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One named thing in a scene, with its entry in the legend (none when the label is empty). Coordinates are those of the
 * scene's axes, all finite.
 */
public sealed interface Shape {

    /** The entry in the legend, of boxes the title of their scale of colours; empty for none. */
    String label();

    /** One line through places in order. A straight track needs two of them. */
    record Line(double[] x, double[] y, double[] z) {
        public Line {
            requirePlaces("a line", x, y, z);
            if (x.length < 2) {
                throw new IllegalArgumentException("a line needs at least two places");
            }
        }
    }

    /** Lines of one kind, such as the tracks of muons. */
    record Lines(String label, List<Line> lines) implements Shape {
        public Lines {
            Objects.requireNonNull(label, "label");
            lines = List.copyOf(lines);
        }
    }

    /** Places of one kind, such as vertices or the hits of a tracker. */
    record Points(String label, double[] x, double[] y, double[] z) implements Shape {
        public Points {
            Objects.requireNonNull(label, "label");
            requirePlaces("points", x, y, z);
        }
    }

    /**
     * Boxes along the axes whose colours stand for values, such as the cells of a calorimeter for energies.
     *
     * @param label title of the scale of colours, with the unit
     * @param x centres along x
     * @param halfX half the lengths along x, above zero
     * @param values finite, and above zero where logarithmic
     * @param logarithmic whether equal ratios of values are equal steps of colour
     */
    record Boxes(
            String label,
            double[] x,
            double[] y,
            double[] z,
            double[] halfX,
            double[] halfY,
            double[] halfZ,
            double[] values,
            boolean logarithmic)
            implements Shape {
        public Boxes {
            Objects.requireNonNull(label, "label");
            requirePlaces("boxes", x, y, z);
            requirePlaces("half sizes of boxes", halfX, halfY, halfZ);
            requirePlaces("values of boxes", values, x, halfX);
            for (double[] halves : List.of(halfX, halfY, halfZ)) {
                if (Arrays.stream(halves).anyMatch(half -> half <= 0)) {
                    throw new IllegalArgumentException("half the size of a box must be above 0");
                }
            }
            if (logarithmic && Arrays.stream(values).anyMatch(value -> value <= 0)) {
                throw new IllegalArgumentException("on a logarithmic scale the values of boxes must be above 0");
            }
        }

        /** Boxes of one size. */
        public static Boxes of(
                String label, double[] x, double[] y, double[] z, double[] halves, double[] values, boolean log) {
            return new Boxes(
                    label,
                    x,
                    y,
                    z,
                    filled(x.length, halves[0]),
                    filled(x.length, halves[1]),
                    filled(x.length, halves[2]),
                    values,
                    log);
        }

        private static double[] filled(int length, double value) {
            double[] all = new double[length];
            Arrays.fill(all, value);
            return all;
        }
    }

    /**
     * The edges of a box, as the outline of a detector.
     *
     * @param low its lower end along x, y and z
     * @param high its upper end, above the lower one
     */
    record Frame(String label, double[] low, double[] high) implements Shape {
        public Frame {
            Objects.requireNonNull(label, "label");
            requirePlace("the corner of a frame", low);
            requirePlace("the corner of a frame", high);
            for (int axis = 0; axis < 3; axis++) {
                if (low[axis] >= high[axis]) {
                    throw new IllegalArgumentException(
                            "a frame ends at " + high[axis] + ", not above its begin at " + low[axis]);
                }
            }
        }
    }

    /**
     * The outline of a cylinder.
     *
     * @param from the middle of one of its ends: x, y and z
     * @param to the middle of the other, elsewhere
     * @param radius above zero
     */
    record Cylinder(String label, double[] from, double[] to, double radius) implements Shape {
        public Cylinder {
            Objects.requireNonNull(label, "label");
            requirePlace("the end of a cylinder", from);
            requirePlace("the end of a cylinder", to);
            if (Arrays.equals(from, to) || !(radius > 0) || !Double.isFinite(radius)) {
                throw new IllegalArgumentException("a cylinder has two ends and a finite radius above 0");
            }
        }
    }

    /** What is drawn of the shape as lines: itself or its outline; nothing for boxes and points. */
    default List<Line> wires() {
        List<Line> wires = new ArrayList<>();
        if (this instanceof Lines all) {
            wires.addAll(all.lines());
        } else if (this instanceof Frame frame) {
            wires.addAll(Wires.of(frame));
        } else if (this instanceof Cylinder cylinder) {
            wires.addAll(Wires.of(cylinder));
        }
        return List.copyOf(wires);
    }

    /** Whether it is the outline of a detector, which is drawn behind what was measured. */
    default boolean outline() {
        return this instanceof Frame || this instanceof Cylinder;
    }

    private static void requirePlaces(String what, double[]... coordinates) {
        for (double[] values : coordinates) {
            if (values.length != coordinates[0].length) {
                throw new IllegalArgumentException(
                        what + " differ in number: " + coordinates[0].length + ", " + values.length);
            }
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(what + " must be finite numbers");
            }
        }
    }

    private static void requirePlace(String what, double[] place) {
        if (place.length != 3 || !Arrays.stream(place).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(what + " has three finite coordinates");
        }
    }
}
