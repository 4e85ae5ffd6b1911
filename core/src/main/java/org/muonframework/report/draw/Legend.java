package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The legend of a figure: a sample and a label for each mark, without a box.
 *
 * @param entries in the order of the marks
 * @param columns side by side
 */
record Legend(List<Entry> entries, int columns, double labelWidth) {

    /** One mark and its label. */
    record Entry(RichText label, LegendSample painter) {}

    private static final double SIZE = 15;
    private static final double ROW = 20;
    private static final double GAP = 8;
    private static final double BETWEEN = 18;
    private static final int MOST_ROWS = 4;

    Legend {
        entries = List.copyOf(entries);
    }

    /** Sets the entries, in two columns where there are many and the frame has room for both. */
    static Legend of(List<Entry> entries, double room, Fonts fonts) {
        double widest = entries.stream()
                .mapToDouble(entry ->
                        TextLine.of(entry.label(), TextStyle.of(SIZE), fonts).width())
                .max()
                .orElse(0);
        boolean two = entries.size() > MOST_ROWS && 2 * (MarkPainter.SAMPLE + GAP + widest) + BETWEEN < room;
        return new Legend(entries, two ? 2 : 1, widest);
    }

    double width() {
        return columns * (MarkPainter.SAMPLE + GAP + labelWidth) + (columns - 1) * BETWEEN;
    }

    double height() {
        return rows() * ROW;
    }

    void paint(Canvas canvas, Rectangle2D box) {
        for (int i = 0; i < entries.size(); i++) {
            int column = i / rows();
            double left = box.getX() + column * (MarkPainter.SAMPLE + GAP + labelWidth + BETWEEN);
            double middle = box.getY() + (i % rows() + 0.5) * ROW;
            entries.get(i).painter().sample(canvas, left, middle);
            canvas.text(
                    entries.get(i).label(), left + MarkPainter.SAMPLE + GAP, middle + 0.36 * SIZE, TextStyle.of(SIZE));
        }
    }

    private int rows() {
        return (entries.size() + columns - 1) / columns;
    }
}
