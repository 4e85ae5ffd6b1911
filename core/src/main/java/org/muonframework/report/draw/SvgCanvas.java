package org.muonframework.report.draw;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes the elements of an SVG drawing.
 *
 * <p>Colours are classes, for the page to define. Text stays text; each run carries the width that it was laid out
 * with, so that a viewer without the font keeps the layout. A clip is a nested {@code svg} element, which needs no
 * identifier: any number of drawings can share a page.
 */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();
    private final Fonts fonts;
    private final boolean scripted;

    /**
     * An empty drawing.
     *
     * @param scripted whether its parts are marked for a script, with the numbers that it reads out
     */
    SvgCanvas(Fonts fonts, boolean scripted) {
        this.fonts = fonts;
        this.scripted = scripted;
    }

    /** The elements written so far. */
    String elements() {
        return svg.toString();
    }

    @Override
    public void stroke(Shape shape, Pen pen) {
        svg.append("<path class=\"l-").append(pen.ink().name()).append('"');
        svg.append(" stroke-width=\"").append(SvgPath.number(pen.width())).append('"');
        float[] lengths = pen.dash().lengths();
        if (lengths.length > 0) {
            svg.append(" stroke-dasharray=\"");
            for (float length : lengths) {
                svg.append(SvgPath.number(length)).append(' ');
            }
            svg.setCharAt(svg.length() - 1, '"');
        }
        svg.append(" d=\"").append(SvgPath.of(shape)).append("\"/>\n");
    }

    @Override
    public void fill(Shape shape, Ink ink, double opacity) {
        svg.append("<path").append(color(ink));
        if (opacity < 1) {
            svg.append(" fill-opacity=\"").append(SvgPath.number(opacity)).append('"');
        }
        svg.append(" d=\"").append(SvgPath.of(shape)).append("\"/>\n");
    }

    /** Each marker begins with a move to its middle, so that a script can move it without changing its size. */
    @Override
    public void markers(Marker marker, List<Point2D> centres, Ink ink) {
        if (centres.isEmpty()) {
            return;
        }
        svg.append("<path").append(color(ink)).append(scripted ? " data-part=\"markers\"" : "");
        svg.append(" d=\"").append(SvgPath.repeated(marker.at(0, 0), centres)).append("\"/>\n");
    }

    @Override
    public void text(RichText text, double x, double y, TextStyle style) {
        TextLine line = TextLine.of(text, style, fonts);
        double left = -style.anchor() * line.width();
        boolean turned = style.degrees() != 0;
        double originX = turned ? left : x + left;
        double originY = turned ? 0 : y;
        svg.append("<text").append(color(style.ink())).append(style.face().attributes());
        if (turned) {
            svg.append(" transform=\"translate(" + SvgPath.number(x) + " " + SvgPath.number(y) + ")rotate("
                    + SvgPath.number(style.degrees()) + ")\"");
        }
        if (line.runs().size() == 1) {
            run(line.runs().get(0), originX, originY);
        } else {
            svg.append('>');
            for (TextLine.Placed run : line.runs()) {
                svg.append("<tspan");
                run(run, originX, originY);
                svg.append("</tspan>");
            }
        }
        svg.append("</text>\n");
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        svg.append("<image").append(box(area)).append(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\"");
        svg.append(" href=\"data:image/png;base64,");
        svg.append(Base64.getEncoder().encodeToString(Png.bytes(image))).append("\"/>\n");
    }

    @Override
    public void clip(Rectangle2D area) {
        svg.append("<svg").append(box(area)).append(" viewBox=\"");
        svg.append(SvgPath.number(area.getX()))
                .append(' ')
                .append(SvgPath.number(area.getY()))
                .append(' ');
        svg.append(SvgPath.number(area.getWidth())).append(' ').append(SvgPath.number(area.getHeight()));
        svg.append("\">\n");
    }

    @Override
    public void unclip() {
        svg.append("</svg>\n");
    }

    @Override
    public void begin(String name, Supplier<Map<String, String>> data) {
        if (scripted) {
            svg.append("<g data-part=\"").append(name).append('"');
            new TreeMap<>(data.get()).forEach((key, value) -> svg.append(" data-" + key + "=\"")
                    .append(Xml.escape(value))
                    .append('"'));
            svg.append(">\n");
        }
    }

    @Override
    public void end() {
        svg.append(scripted ? "</g>\n" : "");
    }

    private void run(TextLine.Placed run, double originX, double originY) {
        svg.append(" x=\"").append(SvgPath.number(originX + run.x()));
        svg.append("\" y=\"").append(SvgPath.number(originY + run.drop()));
        svg.append("\" font-size=\"").append(SvgPath.number(run.size())).append('"');
        if (run.text().length() > 1) {
            svg.append(" textLength=\"").append(SvgPath.number(run.width()));
            svg.append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        svg.append('>').append(Xml.escape(run.text()));
    }

    private static String color(Ink ink) {
        return ink.name().isEmpty() ? " fill=\"" + Ink.css(ink.light()) + "\"" : " class=\"f-" + ink.name() + "\"";
    }

    private static String box(Rectangle2D area) {
        return " x=\"" + SvgPath.number(area.getX()) + "\" y=\"" + SvgPath.number(area.getY()) + "\" width=\""
                + SvgPath.number(area.getWidth()) + "\" height=\"" + SvgPath.number(area.getHeight()) + "\"";
    }
}
