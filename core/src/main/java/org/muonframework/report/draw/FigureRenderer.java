package org.muonframework.report.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import org.muonframework.spi.figure.Figure;

/**
 * Turns figures into SVG and PNG.
 *
 * <p>The same figure gives the same bytes. No figure is refused: what cannot be shown is left out, and where nothing is
 * left the frame says so.
 */
public final class FigureRenderer {

    private static final double PIXELS_PER_POINT = 2;

    /** Faces with the widths of the layout come first. */
    private static final String FONTS =
            "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',Arimo,'Nimbus Sans',sans-serif";

    private final Fonts fonts = new Fonts();
    private final FigureStyle style;

    public FigureRenderer(FigureStyle style) {
        this.style = Objects.requireNonNull(style, "style");
    }

    /** A complete SVG document on white paper. */
    public String svg(Figure figure) {
        return svg(
                figure,
                new SvgCanvas(fonts, false),
                " xmlns=\"http://www.w3.org/2000/svg\"",
                "<style>" + Palette.lightCss() + "</style>\n");
    }

    /**
     * An SVG element for an HTML page, whose colours are the page's rules from {@link Palette}.
     *
     * <p>Its parts are named for a script that zooms and reads out numbers, which stand beside the marks as their data;
     * it shows everything without that script too.
     */
    public String inlineSvg(Figure figure) {
        return svg(figure, new SvgCanvas(fonts, true), "", "");
    }

    /** A PNG image on white paper, two pixels to a point. */
    public byte[] png(Figure figure) {
        FigureLayout layout = FigureLayout.of(figure, fonts);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(FigureLayout.WIDTH * PIXELS_PER_POINT),
                (int) Math.ceil(layout.height() * PIXELS_PER_POINT),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        new FigurePainter(fonts, style).paint(figure, layout, new RasterCanvas(graphics, fonts));
        graphics.dispose();
        return Png.bytes(image);
    }

    private String svg(Figure figure, SvgCanvas canvas, String attributes, String rules) {
        FigureLayout layout = FigureLayout.of(figure, fonts);
        new FigurePainter(fonts, style).paint(figure, layout, canvas);
        String width = SvgPath.number(FigureLayout.WIDTH);
        String height = SvgPath.number(layout.height());
        String title = Xml.escape(RichText.of(figure.title()).plain());
        String description = Xml.escape(RichText.of(figure.caption()).plain());
        return "<svg" + attributes + " viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\""
                + height + "\" role=\"img\" aria-label=\"" + title + ". " + description + "\" font-family=\"" + FONTS
                + "\">\n<title>" + title + "</title>\n<desc>" + description + "</desc>\n" + rules + canvas.elements()
                + "</svg>\n";
    }
}
