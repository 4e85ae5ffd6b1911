package org.muonframework.report.draw;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints the scale of a map's colours beside its frame. */
final class ColourBar {

    private static final double GAP = 10;
    private static final double WIDTH = 16;
    private static final double SIZE = 13;

    /** How far a colour reaches over the one below it, so that no gap shows between them. */
    private static final double OVERLAP = 1.2;

    private ColourBar() {}

    /**
     * Paints it as high as a frame.
     *
     * @param scale the values along the frame's right side, upwards
     */
    static void paint(String label, ColourMap colours, Scale scale, Rectangle2D frame, Canvas canvas, Fonts fonts) {
        double left = frame.getMaxX() + GAP;
        double step = frame.getHeight() / ColourMap.LEVELS;
        for (int level = 0; level < ColourMap.LEVELS; level++) {
            double top = frame.getMaxY() - (level + 1) * step;
            double below = level == 0 ? 0 : OVERLAP;
            canvas.fill(new Rectangle2D.Double(left, top, WIDTH, step + below), Ink.fixed(colours.level(level)), 1);
        }
        Path2D outline = new Path2D.Double(new Rectangle2D.Double(left, frame.getMinY(), WIDTH, frame.getHeight()));
        AxisTicks ticks = AxisTicks.of(scale, 5);
        for (AxisTicks.Tick tick : ticks.ticks()) {
            double at = scale.at(tick.value());
            if (tick.major() || scale.logarithmic()) {
                outline.moveTo(left + WIDTH, at);
                outline.lineTo(left + WIDTH - (tick.major() ? 5 : 2.5), at);
            }
            if (!tick.label().isEmpty()) {
                canvas.text(RichText.of(tick.label()), left + WIDTH + 5, at + 0.355 * SIZE, TextStyle.of(SIZE));
            }
        }
        canvas.stroke(outline, Pen.of(Ink.FOREGROUND, 1));
        String factor = AxisPainter.factor(ticks);
        TextStyle title = new AxisPainter(canvas, fonts)
                .shrunk(label + factor, TextStyle.of(15).ending().turned(-90), frame.getHeight());
        canvas.text(RichText.of(label + factor), FigureLayout.WIDTH - 8, frame.getMinY(), title);
    }
}
