package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Lines of text inside a figure, such as a fit result. */
record Notes(List<RichText> lines, double width) {

    private static final double SIZE = 14;
    private static final double ROW = 19;

    Notes {
        lines = List.copyOf(lines);
    }

    static Notes of(List<String> lines, Fonts fonts) {
        List<RichText> texts = lines.stream().map(RichText::of).toList();
        double width = texts.stream()
                .mapToDouble(
                        text -> TextLine.of(text, TextStyle.of(SIZE), fonts).width())
                .max()
                .orElse(0);
        return new Notes(texts, width);
    }

    double height() {
        return lines.size() * ROW;
    }

    void paint(Canvas canvas, Rectangle2D box) {
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(lines.get(i), box.getX(), box.getY() + (i + 0.5) * ROW + 0.36 * SIZE, TextStyle.of(SIZE));
        }
    }
}
