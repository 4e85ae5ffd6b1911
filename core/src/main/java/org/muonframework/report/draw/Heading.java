package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;

/** The line over a frame: who made the figure, from what, and its title. */
final class Heading {

    private static final double EXPERIMENT = 17;
    private static final double SAMPLE = 15;
    private static final double BETWEEN = 16;

    /** What it keeps from the left edge of the figure. */
    static final double MARGIN = 8;

    private Heading() {}

    /**
     * Paints label and title on one line, the label further left where they need more room than that.
     *
     * @param least how far left the label may begin
     */
    static void paint(FigureStyle style, String title, Rectangle2D area, double least, Canvas canvas, Fonts fonts) {
        AxisPainter axes = new AxisPainter(canvas, fonts);
        double baseline = area.getMinY() - 9;
        TextStyle bold = TextStyle.of(EXPERIMENT).face(Face.BOLD_ITALIC);
        TextStyle plain = TextStyle.of(SAMPLE);
        double experiment = axes.width(style.experiment(), bold);
        double sample = style.sample().isEmpty() ? 0 : 7 + axes.width(style.sample(), plain);
        double needed = experiment + sample + BETWEEN + axes.width(title, plain);
        double left = Math.max(least, Math.min(area.getMinX(), area.getMaxX() - needed));
        canvas.text(RichText.of(style.experiment()), left, baseline, bold);
        canvas.text(RichText.of(style.sample()), left + experiment + 7, baseline, plain);
        double room = area.getMaxX() - left - experiment - sample - BETWEEN;
        TextStyle smaller = axes.shrunk(title, plain.ending(), room);
        canvas.text(RichText.of(axes.fitted(title, smaller, room)), area.getMaxX(), baseline, smaller);
    }
}
