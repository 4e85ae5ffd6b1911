package org.muonframework.report.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Widths and outlines of text, read from font files on the class path.
 *
 * <p>The fonts of the Java platform are left alone: without fontconfig or installed fonts they fail at the first
 * measurement, and where they work every machine has others. A face is read when first needed.
 */
final class Fonts {

    private final Map<Face, TrueTypeFont> faces = new EnumMap<>(Face.class);

    /** The width of a line of text, in the units of its size. */
    double width(String text, Face face, double size) {
        return size * text.codePoints().mapToDouble(font(face)::advance).sum();
    }

    /** The outline of a line of text whose base line begins at the origin, y downwards. */
    Path2D outline(String text, Face face, double size) {
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        TrueTypeFont font = font(face);
        double at = 0;
        for (int character : text.codePoints().toArray()) {
            line.append(font.outline(character).getPathIterator(AffineTransform.getTranslateInstance(at, 0)), false);
            at += font.advance(character);
        }
        line.transform(AffineTransform.getScaleInstance(size, -size));
        return line;
    }

    private synchronized TrueTypeFont font(Face face) {
        return faces.computeIfAbsent(face, Fonts::read);
    }

    private static TrueTypeFont read(Face face) {
        try (InputStream file = Fonts.class.getResourceAsStream(face.resource())) {
            if (file == null) {
                throw new IllegalStateException("the font " + face.resource() + " is not on the class path");
            }
            return new TrueTypeFont(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
