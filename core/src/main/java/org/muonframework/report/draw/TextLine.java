package org.muonframework.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.report.draw.TextRun.Level;

/**
 * Rich text with a place for each run, beginning at zero.
 *
 * @param runs runs in order
 * @param width width of the whole
 */
record TextLine(List<Placed> runs, double width) {

    /** A run with its left end, the drop of its base line, its size and its width. */
    record Placed(String text, double x, double drop, double size, double width) {}

    TextLine {
        runs = List.copyOf(runs);
    }

    /** Sets text; a superscript right after a subscript stands above it. */
    static TextLine of(RichText text, TextStyle style, Fonts fonts) {
        List<Placed> placed = new ArrayList<>();
        double at = 0;
        double end = 0;
        Level previous = Level.LINE;
        for (TextRun run : text.runs()) {
            boolean stacked = run.level() != Level.LINE && previous != Level.LINE && previous != run.level();
            double size = style.size() * run.level().scale();
            double x = stacked ? at : end;
            double width = fonts.width(run.text(), style.face(), size);
            placed.add(new Placed(run.text(), x, run.level().drop() * style.size(), size, width));
            at = x;
            end = Math.max(end, x + width);
            previous = stacked ? Level.LINE : run.level();
        }
        return new TextLine(placed, end);
    }
}
