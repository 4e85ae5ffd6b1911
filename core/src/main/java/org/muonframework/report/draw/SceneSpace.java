package org.muonframework.report.draw;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/**
 * The block about the origin in which a scene is shown: its longest side has the length 1.
 *
 * @param scales the spans of the three axes
 * @param sides lengths of the block
 */
record SceneSpace(List<Scale> scales, double[] sides) {

    private static final double DISTANCE = 0.03;

    /** The block about everything in a scene, or between the fixed ends of its axes. */
    static SceneSpace of(Scene scene) {
        Extent[] extents = {new Extent(false), new Extent(false), new Extent(false)};
        for (Shape shape : scene.shapes()) {
            if (shape instanceof Shape.Boxes boxes) {
                for (int axis = 0; axis < 3; axis++) {
                    double[] at = Projections.along(boxes.x(), boxes.y(), boxes.z(), axis);
                    double[] half = Projections.along(boxes.halfX(), boxes.halfY(), boxes.halfZ(), axis);
                    for (int i = 0; i < at.length; i++) {
                        extents[axis].addEdge(at[i] - half[i]);
                        extents[axis].addEdge(at[i] + half[i]);
                    }
                }
            } else if (shape instanceof Shape.Points points) {
                add(extents, points.x(), points.y(), points.z());
            }
            shape.wires().forEach(line -> add(extents, line.x(), line.y(), line.z()));
        }
        List<Axis> axes = scene.axes();
        List<Scale> scales = IntStream.range(0, 3)
                .mapToObj(axis -> scale(extents[axis], axes.get(axis)))
                .toList();
        double longest = scales.stream()
                .mapToDouble(scale -> scale.max() - scale.min())
                .max()
                .orElse(1);
        double[] sides = scales.stream()
                .mapToDouble(scale -> scene.toScale() ? (scale.max() - scale.min()) / longest : 1)
                .toArray();
        return new SceneSpace(scales, sides);
    }

    private static void add(Extent[] extents, double[]... coordinates) {
        for (int axis = 0; axis < 3; axis++) {
            for (double value : coordinates[axis]) {
                extents[axis].addPoint(value);
            }
        }
    }

    private static Scale scale(Extent extent, Axis axis) {
        return extent.scale(axis, DISTANCE, 0, 1);
    }

    /** The place of a value of an axis in the block; not limited to it. */
    double at(int axis, double value) {
        Scale scale = scales.get(axis);
        return ((value - scale.min()) / (scale.max() - scale.min()) - 0.5) * sides[axis];
    }

    /** The length that a length along an axis has in the block. */
    double length(int axis, double value) {
        Scale scale = scales.get(axis);
        return value / (scale.max() - scale.min()) * sides[axis];
    }

    /** A place in the block. */
    double[] at(double x, double y, double z) {
        return new double[] {at(0, x), at(1, y), at(2, z)};
    }
}
