package org.muonframework.report.draw;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What figures are painted on. Lengths are in points of the figure's own size, x to the right and y downwards. */
interface Canvas {

    /** Draws the outline of a shape. */
    void stroke(Shape shape, Pen pen);

    /** Fills a shape, with an opacity between 0 and 1. */
    void fill(Shape shape, Ink ink, double opacity);

    /** Writes a line of text whose base line passes through a point. */
    void text(RichText text, double x, double y, TextStyle style);

    /** Lays an image over an area, its pixels kept sharp. */
    void image(BufferedImage image, Rectangle2D area);

    /** Restricts what is painted until {@link #unclip} to an area. Clips are not nested. */
    void clip(Rectangle2D area);

    /** Ends the restriction. */
    void unclip();
}
