package org.muonframework.report.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** The three figures that show a scene along its axes: z–x, z–y and x–y. */
public final class Projections {

    /** What is appended to the name of a scene, in the order of {@link #of}. */
    public static final List<String> ENDINGS = List.of("-zx", "-zy", "-xy");

    private static final int[][] PLANES = {{2, 0}, {2, 1}, {0, 1}};

    private Projections() {}

    /**
     * Figures named like the scene and with {@link #ENDINGS} behind: the values of boxes summed along the third axis,
     * lines and outlines as curves, points as points. A scene to scale is to scale here too.
     */
    public static List<Figure> of(Scene scene) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < PLANES.length; i++) {
            TrueScale scale = new TrueScale(scene, PLANES[i][0], PLANES[i][1]);
            Axis across = scene.toScale() ? scale.horizontal() : scene.axes().get(PLANES[i][0]);
            Axis up = scene.toScale() ? scale.vertical() : scene.axes().get(PLANES[i][1]);
            Axis along = scene.axes().get(3 - PLANES[i][0] - PLANES[i][1]);
            boolean summed = scene.shapes().stream().anyMatch(Shape.Boxes.class::isInstance);
            String caption =
                    scene.caption() + " Seen along " + along.title() + (summed ? ", values summed along it." : ".");
            figures.add(Figure.of(
                    scene.name() + ENDINGS.get(i), scene.title(), caption, across, up, marks(scene, PLANES[i])));
        }
        return figures;
    }

    /** The shapes in the order of the marks of each projection: boxes, lines, points, outlines. */
    static List<Shape> ordered(Scene scene) {
        return scene.shapes().stream()
                .sorted(Comparator.comparingInt(Projections::layer))
                .toList();
    }

    /** The looks of the shapes, in the same order: those of their marks. */
    static List<SeriesStyle> styles(Scene scene) {
        return SeriesStyle.of(marks(scene, PLANES[0]));
    }

    private static int layer(Shape shape) {
        if (shape instanceof Shape.Boxes) {
            return 0;
        }
        return shape.outline() ? 3 : shape instanceof Shape.Points ? 2 : 1;
    }

    private static List<Mark> marks(Scene scene, int[] plane) {
        return ordered(scene).stream().map(shape -> mark(shape, plane)).toList();
    }

    private static Mark mark(Shape shape, int[] plane) {
        if (shape instanceof Shape.Boxes boxes) {
            return ProjectedBoxes.of(boxes, plane);
        }
        if (shape instanceof Shape.Points points) {
            double[] x = along(points.x(), points.y(), points.z(), plane[0]);
            double[] y = along(points.x(), points.y(), points.z(), plane[1]);
            return new Mark.Points(points.label(), x, x, x, y, y, y);
        }
        List<Shape.Line> wires = shape.wires();
        return new Mark.Curve(
                shape.label(),
                joined(wires, plane[0]),
                joined(wires, plane[1]),
                new double[0],
                new double[0],
                shape.outline());
    }

    /** The coordinates of all lines, with a NaN between each two. */
    private static double[] joined(List<Shape.Line> lines, int axis) {
        int length = lines.stream().mapToInt(line -> line.x().length + 1).sum();
        double[] joined = new double[Math.max(0, length - 1)];
        Arrays.fill(joined, Double.NaN);
        int at = 0;
        for (Shape.Line line : lines) {
            double[] values = along(line.x(), line.y(), line.z(), axis);
            System.arraycopy(values, 0, joined, at, values.length);
            at += values.length + 1;
        }
        return joined;
    }

    static double[] along(double[] x, double[] y, double[] z, int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }
}
