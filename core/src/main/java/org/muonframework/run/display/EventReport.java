package org.muonframework.run.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muonframework.report.Block;
import org.muonframework.report.Report;
import org.muonframework.report.Section;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/** The page of one event: the scene with its projections, further figures, and the values of the row. */
record EventReport(Schema schema, Event event) {

    /** So many values of a list are written. */
    private static final int MOST_VALUES = 8;

    private static final Set<String> KEYS =
            Set.of("run", "runno", "event", "evno", "eventnumber", "ls", "lumi", "luminosityblock");

    /**
     * The page.
     *
     * @param title which event it is
     * @param display the display that drew it
     */
    Report report(String title, String display, Scene scene, List<Figure> figures) {
        List<Block> pictures = new ArrayList<>();
        pictures.add(Block.Display.of(scene.named("event")));
        if (!figures.isEmpty()) {
            pictures.add(new Block.Pictures(figures.stream()
                    .map(figure -> Block.Picture.of(figure.named("event-" + figure.name())))
                    .toList()));
        }
        return new Report(
                title,
                subtitle(display),
                List.of(),
                List.of(),
                List.of(
                        new Section("event", scene.title(), pictures),
                        new Section("values", "Values of the row", List.of(table()))));
    }

    private String subtitle(String display) {
        List<String> parts = new ArrayList<>();
        for (ColumnSpec column : schema.columns()) {
            if (KEYS.contains(column.name().toLowerCase(Locale.ROOT)) && !column.jagged()) {
                parts.add(column.name() + " " + value(event.batch().column(column.name()), event.row()));
            }
        }
        parts.add(event.place());
        parts.add("drawn by the display " + display);
        return String.join(" · ", parts);
    }

    private Block table() {
        List<List<String>> rows = new ArrayList<>();
        for (ColumnSpec column : schema.columns()) {
            rows.add(List.of(
                    column.name(),
                    value(event.batch().column(column.name()), event.row()),
                    column.unit(),
                    column.description()));
        }
        return new Block.Table("Columns of the row", List.of("column", "value", "unit", "what it is"), rows);
    }

    /** A value as people read it; of a long list the first values and how many there are. */
    private static String value(Column column, int row) {
        if (column instanceof Column.Texts texts) {
            return texts.values()[row];
        }
        if (column instanceof Column.Booleans booleans) {
            return Boolean.toString(booleans.values()[row]);
        }
        if (column instanceof Column.Longs || column instanceof Column.Ints) {
            return Long.toString(column.longAt(row));
        }
        if (column instanceof Column.Jagged lists) {
            int from = lists.offsets()[row];
            int length = lists.offsets()[row + 1] - from;
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < Math.min(length, MOST_VALUES); i++) {
                shown.add(value(lists.values(), from + i));
            }
            String values = String.join(", ", shown);
            return length <= MOST_VALUES ? "[" + values + "]" : "[" + values + ", …] (" + length + " values)";
        }
        double number = column.doubleAt(row);
        return column instanceof Column.Floats ? Float.toString((float) number) : Double.toString(number);
    }
}
