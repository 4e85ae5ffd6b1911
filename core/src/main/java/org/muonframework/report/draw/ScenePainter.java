package org.muonframework.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Paints scenes: heading, block with its axes, shapes, scale of colours and legend. */
final class ScenePainter {

    private static final double LABEL = 13;
    private static final double TITLE = 15;

    /** More boxes than these are painted as an image, so that the drawing stays small. */
    private static final int MOST_BOXES = 2000;

    private static final double PIXELS_PER_POINT = 3;

    private final SceneLayout layout;
    private final Fonts fonts;
    private final Canvas canvas;

    ScenePainter(SceneLayout layout, Fonts fonts, Canvas canvas) {
        this.layout = layout;
        this.fonts = fonts;
        this.canvas = canvas;
    }

    void paint(FigureStyle style) {
        Rectangle2D area = layout.area();
        canvas.fill(new Rectangle2D.Double(0, 0, FigureLayout.WIDTH, layout.height()), Ink.PAPER, 1);
        Heading.paint(style, layout.scene().title(), area, Heading.MARGIN, canvas, fonts);
        canvas.begin("space", Map::of);
        canvas.clip(area);
        SceneShapes shapes = new SceneShapes(layout);
        paintBlock();
        shapes.paintOutlines(canvas);
        layout.boxes().ifPresent(boxes -> {
            if (boxes.values().length <= MOST_BOXES) {
                shapes.paintBoxes(canvas, boxes);
            } else {
                canvas.image(image(shapes), area);
            }
        });
        shapes.paintTracks(canvas);
        canvas.unclip();
        for (int axis = 0; axis < 3; axis++) {
            paintAxis(axis);
        }
        canvas.end();
        layout.boxes().ifPresent(boxes -> {
            Scale colours =
                    SceneColours.of(boxes, area.getMaxY(), area.getMinY()).scale();
            ColourMap map = SceneColours.of(boxes, 0, 1).map();
            ColourBar.paint(boxes.label(), map, colours, area, canvas, fonts);
        });
        double left = area.getMinX() + 10;
        layout.legend()
                .paint(
                        canvas,
                        new Rectangle2D.Double(
                                left,
                                area.getMaxY() + 4,
                                area.getWidth(),
                                layout.legend().height()));
    }

    /** The edges of the block that nothing hides: of its floor and of both walls behind. */
    private void paintBlock() {
        double[] half = {
            layout.space().sides()[0] / 2,
            layout.space().sides()[1] / 2,
            layout.space().sides()[2] / 2
        };
        Path2D path = new Path2D.Double();
        double[][] corners = {
            {-1, -1, -1, -1, -1, 1},
            {-1, -1, -1, 1, -1, -1},
            {1, -1, -1, 1, -1, 1},
            {-1, -1, 1, 1, -1, 1},
            {1, -1, -1, 1, 1, -1},
            {1, -1, 1, 1, 1, 1},
            {-1, -1, 1, -1, 1, 1},
            {1, 1, -1, 1, 1, 1},
            {-1, 1, 1, 1, 1, 1}
        };
        for (double[] edge : corners) {
            Point2D from = layout.view().at(edge[0] * half[0], edge[1] * half[1], edge[2] * half[2]);
            Point2D to = layout.view().at(edge[3] * half[0], edge[4] * half[1], edge[5] * half[2]);
            path.moveTo(from.getX(), from.getY());
            path.lineTo(to.getX(), to.getY());
        }
        canvas.stroke(path, Pen.of(Ink.FOREGROUND, 0.7));
    }

    /** Numbers and title along the edge of an axis: x and z in front of the floor, y at the left. */
    private void paintAxis(int axis) {
        double[] sides = layout.space().sides();
        double[] edge = {(axis == 1 ? 1 : -1) * sides[0] / 2, -sides[1] / 2, -sides[2] / 2};
        AxisTicks ticks = layout.ticks().get(axis);
        Path2D marks = new Path2D.Double();
        Point2D away = away(axis);
        double widest = 0;
        for (AxisTicks.Tick tick : ticks.ticks()) {
            if (tick.label().isEmpty()) {
                continue;
            }
            double[] place = edge.clone();
            place[axis] = layout.space().at(axis, tick.value());
            Point2D at = layout.view().at(place);
            marks.moveTo(at.getX(), at.getY());
            marks.lineTo(at.getX() + 5 * away.getX(), at.getY() + 5 * away.getY());
            TextStyle style =
                    axis == 2 ? TextStyle.of(LABEL) : TextStyle.of(LABEL).ending();
            double down = axis == 1 ? 0.36 * LABEL : 0.5 * LABEL;
            double x = at.getX() + 8 * away.getX();
            canvas.text(RichText.of(tick.label()), x, at.getY() + 8 * away.getY() + down, style);
            widest = Math.max(widest, new AxisPainter(canvas, fonts).width(tick.label(), style));
        }
        canvas.stroke(marks, Pen.of(Ink.FOREGROUND, 0.9));
        paintTitle(axis, edge, away, widest);
    }

    private void paintTitle(int axis, double[] edge, Point2D away, double widest) {
        double[] place = edge.clone();
        place[axis] = -layout.space().sides()[axis] / 2;
        Point2D from = layout.view().at(place);
        place[axis] = layout.space().sides()[axis] / 2;
        Point2D to = layout.view().at(place);
        double slope =
                axis == 1 ? -90 : Math.toDegrees(Math.atan((to.getY() - from.getY()) / (to.getX() - from.getX())));
        double distance = axis == 1 ? widest + 14 : widest * Math.abs(away.getX()) + 14 + TITLE;
        String text = layout.scene().axes().get(axis).text()
                + AxisPainter.factor(layout.ticks().get(axis));
        TextStyle style = new AxisPainter(canvas, fonts)
                .shrunk(text, TextStyle.of(TITLE).centred().turned(slope), Math.max(60, from.distance(to)));
        double x = (from.getX() + to.getX()) / 2 + distance * away.getX();
        canvas.text(RichText.of(text), x, (from.getY() + to.getY()) / 2 + distance * away.getY(), style);
    }

    /** The direction on the canvas, of length 1, in which the numbers of an axis lie from its edge. */
    private Point2D away(int axis) {
        if (axis == 1) {
            return new Point2D.Double(-1, 0);
        }
        Point2D middle = layout.view().at(0, 0, 0);
        Point2D beyond = axis == 2 ? layout.view().at(-1, 0, 0) : layout.view().at(0, 0, -1);
        double length = middle.distance(beyond);
        return new Point2D.Double((beyond.getX() - middle.getX()) / length, (beyond.getY() - middle.getY()) / length);
    }

    private BufferedImage image(SceneShapes shapes) {
        Rectangle2D area = layout.area();
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(area.getWidth() * PIXELS_PER_POINT),
                (int) Math.ceil(area.getHeight() * PIXELS_PER_POINT),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(image.getWidth() / area.getWidth(), image.getHeight() / area.getHeight());
        graphics.translate(-area.getX(), -area.getY());
        layout.boxes().ifPresent(boxes -> shapes.paintBoxes(new RasterCanvas(graphics, fonts), boxes));
        graphics.dispose();
        return image;
    }
}
