package org.muonframework.spi.figure;

import java.util.List;
import java.util.Objects;

/**
 * A picture in space, such as the display of an event: tracks, cells and points in the outline of a detector.
 *
 * <p>A report shows it as an image, as a view that can be turned, and as its projections onto three planes. The axes
 * are right-handed, y upwards; the view is from negative x and z, so that z, as the beam, goes to the right.
 *
 * @param name file name without ending, kebab-case; unique among scenes and figures of one metric
 * @param title short title
 * @param caption one or two sentences that say what is seen
 * @param x first axis
 * @param y second axis, upwards
 * @param z third axis
 * @param shapes what is in it, at most one of them {@link Shape.Boxes}, for there is one scale of colours
 * @param toScale whether a length is the same along all axes; else each axis is as long as the others, as a detector
 *     needs that is much longer than wide
 */
public record Scene(
        String name, String title, String caption, Axis x, Axis y, Axis z, List<Shape> shapes, boolean toScale) {

    public Scene {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(caption, "caption");
        shapes = List.copyOf(shapes);
        if (x.logarithmic() || y.logarithmic() || z.logarithmic()) {
            throw new IllegalArgumentException("the axes of scene '" + name + "' must be linear");
        }
        if (shapes.stream().filter(Shape.Boxes.class::isInstance).count() > 1) {
            throw new IllegalArgumentException(
                    "scene '" + name + "' has more than one set of boxes: put them into one, it has one colour scale");
        }
    }

    /** A scene true to scale. */
    public static Scene of(String name, String title, String caption, Axis x, Axis y, Axis z, List<Shape> shapes) {
        return new Scene(name, title, caption, x, y, z, shapes, true);
    }

    /** The same scene with axes of one length. */
    public Scene stretched() {
        return new Scene(name, title, caption, x, y, z, shapes, false);
    }

    /** The same scene under another file name. */
    public Scene named(String newName) {
        return new Scene(newName, title, caption, x, y, z, shapes, toScale);
    }

    /** The same scene under another title. */
    public Scene titled(String newTitle) {
        return new Scene(name, newTitle, caption, x, y, z, shapes, toScale);
    }

    /** The same scene with another caption. */
    public Scene captioned(String newCaption) {
        return new Scene(name, title, newCaption, x, y, z, shapes, toScale);
    }

    /** The axes in order. */
    public List<Axis> axes() {
        return List.of(x, y, z);
    }
}
