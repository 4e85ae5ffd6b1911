package org.muonframework.report.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.function.Consumer;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/**
 * Turns figures and scenes into SVG and PNG.
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
        return document(drawing(figure));
    }

    /** The same of a scene. */
    public String svg(Scene scene) {
        return document(drawing(scene));
    }

    /**
     * An SVG element for an HTML page, whose colours are the page's rules from {@link Palette}.
     *
     * <p>Its parts are named for a script that zooms and reads out numbers, which stand beside the marks as their data;
     * it shows everything without that script too.
     */
    public String inlineSvg(Figure figure) {
        return svg(drawing(figure), new SvgCanvas(fonts, true), "", "");
    }

    /** The same of a scene; a script that can turn it replaces the part {@code space} by its own picture. */
    public String inlineSvg(Scene scene) {
        return svg(drawing(scene), new SvgCanvas(fonts, true), "", "");
    }

    /** What a script must know to draw a scene in space, as JSON. */
    public String data(Scene scene) {
        return SceneData.of(SceneLayout.of(scene, fonts)).json();
    }

    /** A PNG image on white paper, two pixels to a point. */
    public byte[] png(Figure figure) {
        return png(drawing(figure));
    }

    /** The same of a scene. */
    public byte[] png(Scene scene) {
        return png(drawing(scene));
    }

    /** What is drawn, how high it is, and what it is called. */
    private record Drawing(String title, String caption, double height, Consumer<Canvas> painter) {}

    private Drawing drawing(Figure figure) {
        FigureLayout layout = FigureLayout.of(figure, fonts);
        return new Drawing(figure.title(), figure.caption(), layout.height(), canvas -> new FigurePainter(fonts, style)
                .paint(figure, layout, canvas));
    }

    private Drawing drawing(Scene scene) {
        SceneLayout layout = SceneLayout.of(scene, fonts);
        return new Drawing(
                scene.title(), scene.caption(), layout.height(), canvas -> new ScenePainter(layout, fonts, canvas)
                        .paint(style));
    }

    private byte[] png(Drawing drawing) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(FigureLayout.WIDTH * PIXELS_PER_POINT),
                (int) Math.ceil(drawing.height() * PIXELS_PER_POINT),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        drawing.painter().accept(new RasterCanvas(graphics, fonts));
        graphics.dispose();
        return Png.bytes(image);
    }

    private String document(Drawing drawing) {
        return svg(
                drawing,
                new SvgCanvas(fonts, false),
                " xmlns=\"http://www.w3.org/2000/svg\"",
                "<style>" + Palette.lightCss() + "</style>\n");
    }

    private String svg(Drawing drawing, SvgCanvas canvas, String attributes, String rules) {
        drawing.painter().accept(canvas);
        String width = SvgPath.number(FigureLayout.WIDTH);
        String height = SvgPath.number(drawing.height());
        String title = Xml.escape(RichText.of(drawing.title()).plain());
        String description = Xml.escape(RichText.of(drawing.caption()).plain());
        return "<svg" + attributes + " viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\""
                + height + "\" role=\"img\" aria-label=\"" + title + ". " + description + "\" font-family=\"" + FONTS
                + "\">\n<title>" + title + "</title>\n<desc>" + description + "</desc>\n" + rules + canvas.elements()
                + "</svg>\n";
    }
}
