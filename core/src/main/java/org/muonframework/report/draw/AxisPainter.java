package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.muonframework.spi.figure.Axis;

/** Writes the numbers or names along the axes, and the axes' titles at their ends. */
final class AxisPainter {

    private static final double TITLE = 17;
    private static final double TITLE_AT = 19;
    private static final double SMALLEST = 9;
    private static final double LABEL = FigureLayout.LABEL;

    /** Half the height of a digit, to centre labels on their ticks. */
    private static final double HALF_DIGIT = 0.355;

    private final Canvas canvas;
    private final Fonts fonts;

    AxisPainter(Canvas canvas, Fonts fonts) {
        this.canvas = canvas;
        this.fonts = fonts;
    }

    /** Numbers and title below a frame. */
    void paintX(Axis axis, Scale x, Frame frame) {
        double baseline = frame.area().getMaxY() + LABEL + 5;
        canvas.begin("x-labels");
        for (AxisTicks.Tick tick : frame.xTicks().ticks()) {
            if (!tick.label().isEmpty()) {
                text(
                        tick.label(),
                        x.at(tick.value()),
                        baseline,
                        TextStyle.of(LABEL).centred());
            }
        }
        canvas.end();
        paintXTitle(axis.text() + factor(frame.xTicks()), frame.area(), baseline + 24);
    }

    /** Names of categories and title below a frame. */
    void paintX(Axis axis, Scale x, Frame frame, List<String> names, NamesBelow below, double height) {
        canvas.begin("x-labels");
        for (int i = 0; i < names.size(); i++) {
            if (x.contains(i + 0.5)) {
                double at = x.at(i + 0.5);
                String name = fitted(names.get(i), TextStyle.of(below.size()), below.room(at));
                below.paint(canvas, RichText.of(name), at, frame.area().getMaxY());
            }
        }
        canvas.end();
        paintXTitle(axis.text(), frame.area(), height - 14);
    }

    /** Numbers and title left of a frame. */
    void paintY(Axis axis, Scale y, Frame frame) {
        Rectangle2D area = frame.area();
        canvas.begin("y-labels");
        for (AxisTicks.Tick tick : frame.yTicks().ticks()) {
            if (!tick.label().isEmpty()) {
                double baseline = y.at(tick.value()) + HALF_DIGIT * LABEL;
                text(
                        tick.label(),
                        area.getMinX() - 7,
                        baseline,
                        TextStyle.of(LABEL).ending());
            }
        }
        canvas.end();
        if (frame.yTicks().exponent() != 0) {
            String power = "×10^{" + minus(frame.yTicks().exponent()) + "}";
            text(
                    power,
                    area.getMinX() - 5,
                    area.getMinY() - 8,
                    TextStyle.of(LABEL - 1).ending());
        }
        paintYTitle(axis, area);
    }

    /** Names of categories and title left of a frame. */
    void paintY(Axis axis, Scale y, Frame frame, List<String> names) {
        Rectangle2D area = frame.area();
        canvas.begin("y-labels");
        for (int i = 0; i < names.size(); i++) {
            if (y.contains(i + 0.5)) {
                double baseline = y.at(i + 0.5) + HALF_DIGIT * LABEL;
                String name = fitted(names.get(i), TextStyle.of(LABEL), area.getMinX() - 42);
                text(name, area.getMinX() - 7, baseline, TextStyle.of(LABEL).ending());
            }
        }
        canvas.end();
        paintYTitle(axis, area);
    }

    private void paintXTitle(String title, Rectangle2D area, double baseline) {
        TextStyle style = shrunk(title, TextStyle.of(TITLE).ending(), area.getWidth());
        text(title, area.getMaxX(), baseline, style);
    }

    private void paintYTitle(Axis axis, Rectangle2D area) {
        TextStyle style = shrunk(axis.text(), TextStyle.of(TITLE).ending().turned(-90), area.getHeight());
        text(axis.text(), TITLE_AT, area.getMinY(), style);
    }

    /** The style, made smaller where the text would not fit. */
    TextStyle shrunk(String text, TextStyle style, double room) {
        double width = width(text, style);
        return width <= room ? style : style.size(Math.max(SMALLEST, style.size() * room / width));
    }

    /** The text, without its middle where it would not fit: names often differ in their ends. */
    String fitted(String text, TextStyle style, double room) {
        if (width(text, style) <= room) {
            return text;
        }
        String plain = RichText.of(text).plain();
        String shorter = plain;
        for (int kept = plain.length() - 1; kept > 1 && width(shorter, style) > room; kept--) {
            int tail = kept / 3;
            shorter = plain.substring(0, kept - tail) + "…" + plain.substring(plain.length() - tail);
        }
        return shorter;
    }

    double width(String text, TextStyle style) {
        return TextLine.of(RichText.of(text), style, fonts).width();
    }

    private void text(String text, double x, double y, TextStyle style) {
        canvas.text(RichText.of(text), x, y, style);
    }

    /** What the labels leave out, to be written behind a title. */
    static String factor(AxisTicks ticks) {
        return ticks.exponent() == 0 ? "" : "  (×10^{" + minus(ticks.exponent()) + "})";
    }

    private static String minus(int exponent) {
        return Integer.toString(exponent).replace('-', '−');
    }
}
