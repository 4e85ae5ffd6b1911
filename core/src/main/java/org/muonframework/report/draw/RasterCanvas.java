package org.muonframework.report.draw;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Fills the pixels of an image, in the colours of white paper. */
final class RasterCanvas implements Canvas {

    private final Graphics2D graphics;
    private final Fonts fonts;

    RasterCanvas(Graphics2D graphics, Fonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    @Override
    public void stroke(Shape shape, Pen pen) {
        float[] lengths = pen.dash().lengths();
        graphics.setColor(pen.ink().light());
        graphics.setStroke(new BasicStroke(
                (float) pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                4f,
                lengths.length == 0 ? null : lengths,
                0f));
        graphics.draw(shape);
    }

    @Override
    public void fill(Shape shape, Ink ink, double opacity) {
        Composite before = graphics.getComposite();
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        graphics.setColor(ink.light());
        graphics.fill(shape);
        graphics.setComposite(before);
    }

    @Override
    public void markers(Marker marker, List<Point2D> centres, Ink ink) {
        centres.forEach(centre -> fill(marker.at(centre.getX(), centre.getY()), ink, 1));
    }

    @Override
    public void text(RichText text, double x, double y, TextStyle style) {
        TextLine line = TextLine.of(text, style, fonts);
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(style.degrees()));
        graphics.translate(-style.anchor() * line.width(), 0);
        graphics.setColor(style.ink().light());
        for (TextLine.Placed run : line.runs()) {
            var outline = fonts.outline(run.text(), style.face(), run.size());
            graphics.fill(outline.createTransformedShape(AffineTransform.getTranslateInstance(run.x(), run.drop())));
        }
        graphics.setTransform(before);
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        var transform = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        transform.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        graphics.drawImage(image, transform, null);
    }

    @Override
    public void clip(Rectangle2D area) {
        graphics.setClip(area);
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }
}
