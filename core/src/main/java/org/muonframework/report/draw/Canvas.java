package org.muonframework.report.draw;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What figures are painted on. Lengths are in points of the figure's own size, x to the right and y downwards. */
interface Canvas {

    /** Draws the outline of a shape. */
    void stroke(Shape shape, Pen pen);

    /** Fills a shape, with an opacity between 0 and 1. */
    void fill(Shape shape, Ink ink, double opacity);

    /** Fills a marker about each of some places. */
    void markers(Marker marker, List<Point2D> centres, Ink ink);

    /** Writes a line of text whose base line passes through a point. */
    void text(RichText text, double x, double y, TextStyle style);

    /** Lays an image over an area, its pixels kept sharp. */
    void image(BufferedImage image, Rectangle2D area);

    /** Restricts what is painted until {@link #unclip} to an area. Clips are not nested. */
    void clip(Rectangle2D area);

    /** Ends the restriction. */
    void unclip();

    /**
     * Begins a part of the figure that a script may find; a canvas that no script reads passes over it.
     *
     * @param name what part it is
     * @param data what the script must know of it, by name
     */
    default void begin(String name, Supplier<Map<String, String>> data) {}

    /** Begins a part of which nothing need be known. */
    default void begin(String name) {
        begin(name, Map::of);
    }

    /** Ends the part that was begun last. */
    default void end() {}
}
