package org.muonframework.report.draw;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/** Ends of the two axes of a projection between which a length has the same size along both, so that circles are round. */
final class TrueScale {

    private static final double MARGIN = 0.04;

    private final Scene scene;
    private final int across;
    private final int up;

    /**
     * For one plane of a scene.
     *
     * @param across number of the horizontal axis
     * @param up number of the vertical axis
     */
    TrueScale(Scene scene, int across, int up) {
        this.scene = scene;
        this.across = across;
        this.up = up;
    }

    /** The horizontal axis. */
    Axis horizontal() {
        return around(across, Math.max(half(across), half(up) * proportion()));
    }

    /** The vertical axis. */
    Axis vertical() {
        return around(up, Math.max(half(up), half(across) / proportion()));
    }

    private double proportion() {
        return FigureLayout.proportion(scene.shapes().stream().anyMatch(Shape.Boxes.class::isInstance));
    }

    private Axis around(int axis, double half) {
        double middle = (low(axis) + high(axis)) / 2;
        return scene.axes().get(axis).between(middle - half, middle + half);
    }

    private double half(int axis) {
        double half = (high(axis) - low(axis)) / 2;
        return half > 0 ? half * (1 + 2 * MARGIN) : 1;
    }

    private double low(int axis) {
        OptionalDouble fixed = scene.axes().get(axis).min();
        return fixed.isPresent() ? fixed.getAsDouble() : ends(axis).min().orElse(0);
    }

    private double high(int axis) {
        OptionalDouble fixed = scene.axes().get(axis).max();
        return fixed.isPresent() ? fixed.getAsDouble() : ends(axis).max().orElse(0);
    }

    private DoubleStream ends(int axis) {
        return scene.shapes().stream()
                .flatMapToDouble(shape -> ends(shape, axis))
                .filter(Double::isFinite);
    }

    private static DoubleStream ends(Shape shape, int axis) {
        if (shape instanceof Shape.Boxes boxes) {
            double[] centres = Projections.along(boxes.x(), boxes.y(), boxes.z(), axis);
            double[] halves = Projections.along(boxes.halfX(), boxes.halfY(), boxes.halfZ(), axis);
            DoubleStream.Builder ends = DoubleStream.builder();
            for (int i = 0; i < centres.length; i++) {
                ends.add(centres[i] - halves[i]);
                ends.add(centres[i] + halves[i]);
            }
            return ends.build();
        }
        if (shape instanceof Shape.Points points) {
            return Arrays.stream(Projections.along(points.x(), points.y(), points.z(), axis));
        }
        return shape.wires().stream()
                .flatMapToDouble(line -> Arrays.stream(Projections.along(line.x(), line.y(), line.z(), axis)));
    }
}
