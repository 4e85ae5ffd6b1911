package org.muonframework.report.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Shape;

/**
 * What a script must know to draw a scene in space. Places are those in a block about the origin.
 *
 * @param sides lengths of the block
 * @param towards the direction towards the viewer to begin with
 * @param area left, top, width and height of the view as parts of the whole figure's width and height
 * @param window left, right, lower and upper end of the view in units of the block
 * @param wide the width of the figure in points, for the sizes of text
 * @param boxes in a list of none or one
 */
record SceneData(
        double[] sides,
        double[] towards,
        double[] area,
        double[] window,
        double wide,
        List<Ticks> axes,
        List<Cells> boxes,
        List<Wires> lines,
        List<Dots> points) {

    /** One axis: places along it, and what is written there. */
    record Ticks(String title, double[] at, List<String> labels) {}

    /** Boxes: centres and half sizes, three numbers each, and of each the number of its colour among all colours. */
    record Cells(double[] at, double[] half, int[] colour, List<String> colours) {}

    /** Lines of one colour, three numbers a place. */
    record Wires(String ink, boolean outline, List<double[]> paths) {}

    /** Points of one colour, three numbers each. */
    record Dots(String ink, double[] at) {}

    private static final double DIGITS = 1e5;

    static SceneData of(SceneLayout layout) {
        Rectangle2D area = layout.area();
        SceneView view = layout.view();
        List<Wires> lines = new ArrayList<>();
        List<Dots> points = new ArrayList<>();
        for (int i = 0; i < layout.shapes().size(); i++) {
            Shape shape = layout.shapes().get(i);
            String ink = layout.inks().get(i).name();
            if (shape instanceof Shape.Points dots) {
                points.add(new Dots(ink, places(layout.space(), dots.x(), dots.y(), dots.z())));
            } else if (!(shape instanceof Shape.Boxes)) {
                List<double[]> paths = shape.wires().stream()
                        .map(wire -> places(layout.space(), wire.x(), wire.y(), wire.z()))
                        .toList();
                lines.add(new Wires(ink, shape.outline(), paths));
            }
        }
        return new SceneData(
                rounded(layout.space().sides()),
                rounded(SceneView.towards()),
                rounded(
                        area.getX() / FigureLayout.WIDTH,
                        area.getY() / layout.height(),
                        area.getWidth() / FigureLayout.WIDTH,
                        area.getHeight() / layout.height()),
                rounded(
                        (area.getMinX() - view.middleX()) / view.perUnit(),
                        (area.getMaxX() - view.middleX()) / view.perUnit(),
                        (view.middleY() - area.getMaxY()) / view.perUnit(),
                        (view.middleY() - area.getMinY()) / view.perUnit()),
                FigureLayout.WIDTH,
                IntStream.range(0, 3).mapToObj(axis -> ticks(layout, axis)).toList(),
                layout.boxes().map(boxes -> cells(boxes, layout.space())).stream()
                        .toList(),
                lines,
                points);
    }

    private static Ticks ticks(SceneLayout layout, int axis) {
        AxisTicks ticks = layout.ticks().get(axis);
        List<AxisTicks.Tick> labelled =
                ticks.ticks().stream().filter(tick -> !tick.label().isEmpty()).toList();
        String title = layout.scene().axes().get(axis).text() + AxisPainter.factor(ticks);
        return new Ticks(
                RichText.of(title).plain(),
                rounded(labelled.stream()
                        .mapToDouble(tick -> layout.space().at(axis, tick.value()))
                        .toArray()),
                labelled.stream().map(tick -> RichText.of(tick.label()).plain()).toList());
    }

    private static Cells cells(Shape.Boxes boxes, SceneSpace space) {
        SceneColours colours = SceneColours.of(boxes, 0, 1);
        int count = boxes.values().length;
        double[] half = new double[3 * count];
        int[] colour = new int[count];
        for (int i = 0; i < count; i++) {
            half[3 * i] = space.length(0, boxes.halfX()[i]);
            half[3 * i + 1] = space.length(1, boxes.halfY()[i]);
            half[3 * i + 2] = space.length(2, boxes.halfZ()[i]);
            colour[i] = colours.level(boxes.values()[i]);
        }
        List<String> names = IntStream.range(0, ColourMap.LEVELS)
                .mapToObj(level -> Ink.css(colours.map().level(level)))
                .toList();
        return new Cells(places(space, boxes.x(), boxes.y(), boxes.z()), rounded(half), colour, names);
    }

    private static double[] places(SceneSpace space, double[] x, double[] y, double[] z) {
        double[] places = new double[3 * x.length];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(space.at(x[i], y[i], z[i]), 0, places, 3 * i, 3);
        }
        return rounded(places);
    }

    private static double[] rounded(double... values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.round(values[i] * DIGITS) / DIGITS;
        }
        return rounded;
    }

    String json() {
        try {
            return new JsonMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and text are always written", e);
        }
    }
}
