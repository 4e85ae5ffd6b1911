package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.figure.Shape;

/**
 * Where everything of a scene goes on the canvas.
 *
 * @param area what the view fills, with the numbers along its axes
 * @param ticks of the three axes
 * @param shapes in the order of {@link Projections#ordered}
 * @param inks one a shape
 * @param legend below the view
 */
record SceneLayout(
        Scene scene,
        Rectangle2D area,
        SceneSpace space,
        SceneView view,
        List<AxisTicks> ticks,
        List<Shape> shapes,
        List<Ink> inks,
        Legend legend) {

    private static final double TOP = 36;
    private static final double LEFT = 8;
    private static final double HEIGHT = 352;
    private static final double RIGHT = 20;
    private static final double RIGHT_WITH_COLOUR_BAR = 96;
    private static final double ROOM_LEFT = 52;
    private static final double ROOM_RIGHT = 26;
    private static final double ROOM_ABOVE = 14;
    private static final double ROOM_BELOW = 44;
    private static final double PER_LABEL = 62;
    private static final double BELOW = 12;

    static SceneLayout of(Scene scene, Fonts fonts) {
        List<Shape> shapes = Projections.ordered(scene);
        boolean coloured = shapes.stream().anyMatch(Shape.Boxes.class::isInstance);
        double right = FigureLayout.WIDTH - (coloured ? RIGHT_WITH_COLOUR_BAR : RIGHT);
        Rectangle2D area = new Rectangle2D.Double(LEFT, TOP, right - LEFT, HEIGHT);
        Rectangle2D inside = new Rectangle2D.Double(
                LEFT + ROOM_LEFT,
                TOP + ROOM_ABOVE,
                area.getWidth() - ROOM_LEFT - ROOM_RIGHT,
                HEIGHT - ROOM_ABOVE - ROOM_BELOW);
        SceneSpace space = SceneSpace.of(scene);
        SceneView view = SceneView.filling(inside, space.sides());
        List<AxisTicks> ticks =
                IntStream.range(0, 3).mapToObj(axis -> ticks(space, view, axis)).toList();
        List<Ink> inks = inks(scene, shapes);
        return new SceneLayout(scene, area, space, view, ticks, shapes, inks, legend(shapes, inks, area, fonts));
    }

    double height() {
        return area.getMaxY() + legend.height() + BELOW;
    }

    Optional<Shape.Boxes> boxes() {
        return shapes.stream()
                .filter(Shape.Boxes.class::isInstance)
                .map(Shape.Boxes.class::cast)
                .findFirst();
    }

    private static AxisTicks ticks(SceneSpace space, SceneView view, int axis) {
        double[] end = new double[3];
        end[axis] = space.sides()[axis];
        double length = view.at(end).distance(view.at(0, 0, 0));
        return AxisTicks.of(space.scales().get(axis), (int) Math.max(2, Math.min(6, length / PER_LABEL)));
    }

    private static List<Ink> inks(Scene scene, List<Shape> shapes) {
        List<SeriesStyle> styles = Projections.styles(scene);
        return IntStream.range(0, shapes.size())
                .mapToObj(
                        i -> shapes.get(i).outline() ? Ink.QUIET : styles.get(i).ink())
                .toList();
    }

    private static Legend legend(List<Shape> shapes, List<Ink> inks, Rectangle2D area, Fonts fonts) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            Ink ink = inks.get(i);
            if (!shape.label().isEmpty() && !(shape instanceof Shape.Boxes)) {
                entries.add(new Legend.Entry(
                        RichText.of(shape.label()),
                        (canvas, left, middle) -> SceneShapes.sample(shape, ink, canvas, left, middle)));
            }
        }
        return Legend.of(entries, area.getWidth(), fonts);
    }
}
