package org.muonframework.report.draw;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Shape;

/** Paints the shapes of a scene, what is nearer over what is farther; lines and points lie over boxes to be seen. */
final class SceneShapes {

    private static final double TRACK = 2;
    private static final double OUTLINE = 0.9;

    /** How bright the faces of a box are that look along x, y and z. */
    private static final double[] BRIGHTNESS = {0.82, 1, 0.66};

    private final SceneLayout layout;

    SceneShapes(SceneLayout layout) {
        this.layout = layout;
    }

    /** The sample of a shape in the legend. */
    static void sample(Shape shape, Ink ink, Canvas canvas, double left, double middle) {
        if (shape instanceof Shape.Points) {
            Marker.CIRCLE.paint(canvas, left + MarkPainter.SAMPLE / 2, middle, ink);
        } else {
            canvas.stroke(new Line2D.Double(left, middle, left + MarkPainter.SAMPLE, middle), pen(shape, ink));
        }
    }

    /** All outlines. */
    void paintOutlines(Canvas canvas) {
        paint(canvas, true);
    }

    /** All boxes, those farthest away first. */
    void paintBoxes(Canvas canvas, Shape.Boxes boxes) {
        SceneColours colours = SceneColours.of(boxes, 0, 1);
        int count = boxes.values().length;
        double[] nearness = new double[count];
        for (int i = 0; i < count; i++) {
            nearness[i] = SceneView.nearness(layout.space().at(boxes.x()[i], boxes.y()[i], boxes.z()[i]));
        }
        IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(nearness[a], nearness[b]))
                .forEach(i -> {
                    Color colour = colours.map().level(colours.level(boxes.values()[i]));
                    for (int face = 0; face < 3; face++) {
                        canvas.fill(face(boxes, i, face), Ink.fixed(darker(colour, BRIGHTNESS[face])), 1);
                    }
                });
    }

    /** All lines, then all points. */
    void paintTracks(Canvas canvas) {
        paint(canvas, false);
        for (int i = 0; i < layout.shapes().size(); i++) {
            if (layout.shapes().get(i) instanceof Shape.Points points) {
                List<Point2D> places = new ArrayList<>();
                for (int k = 0; k < points.x().length; k++) {
                    places.add(at(points.x()[k], points.y()[k], points.z()[k]));
                }
                canvas.markers(Marker.CIRCLE, places, layout.inks().get(i));
            }
        }
    }

    private void paint(Canvas canvas, boolean outlines) {
        for (int i = 0; i < layout.shapes().size(); i++) {
            Shape shape = layout.shapes().get(i);
            List<Shape.Line> wires = shape.wires();
            if (shape.outline() == outlines && !wires.isEmpty()) {
                Path2D path = new Path2D.Double();
                for (Shape.Line wire : wires) {
                    for (int k = 0; k < wire.x().length; k++) {
                        Point2D at = at(wire.x()[k], wire.y()[k], wire.z()[k]);
                        if (k == 0) {
                            path.moveTo(at.getX(), at.getY());
                        } else {
                            path.lineTo(at.getX(), at.getY());
                        }
                    }
                }
                canvas.stroke(path, pen(shape, layout.inks().get(i)));
            }
        }
    }

    private static Pen pen(Shape shape, Ink ink) {
        return Pen.of(ink, shape.outline() ? OUTLINE : TRACK);
    }

    /** The face of a box towards the viewer that looks along an axis: towards negative x, positive y, negative z. */
    private Path2D face(Shape.Boxes boxes, int i, int axis) {
        double[] centre = {boxes.x()[i], boxes.y()[i], boxes.z()[i]};
        double[] half = {boxes.halfX()[i], boxes.halfY()[i], boxes.halfZ()[i]};
        centre[axis] += axis == 1 ? half[axis] : -half[axis];
        int first = (axis + 1) % 3;
        int second = (axis + 2) % 3;
        int[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        Path2D path = new Path2D.Double();
        for (int[] corner : corners) {
            double[] place = centre.clone();
            place[first] += corner[0] * half[first];
            place[second] += corner[1] * half[second];
            Point2D at = at(place[0], place[1], place[2]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(at.getX(), at.getY());
            } else {
                path.lineTo(at.getX(), at.getY());
            }
        }
        path.closePath();
        return path;
    }

    private Point2D at(double x, double y, double z) {
        return layout.view().at(layout.space().at(x, y, z));
    }

    private static Color darker(Color colour, double by) {
        return new Color((int) Math.round(by * colour.getRed()), (int) Math.round(by * colour.getGreen()), (int)
                Math.round(by * colour.getBlue()));
    }
}
