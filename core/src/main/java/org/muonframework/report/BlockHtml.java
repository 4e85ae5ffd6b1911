package org.muonframework.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.muonframework.report.draw.FigureRenderer;
import org.muonframework.report.draw.RichText;
import org.muonframework.report.draw.Xml;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/** Writes the blocks of a section as HTML. */
final class BlockHtml {

    /** A number as people write it, perhaps with a sign, a power of ten, an uncertainty or a unit; or the sign for none. */
    private static final Pattern NUMBER =
            Pattern.compile("\\(?[+−-]?[0-9∞][0-9.,\\s]*([%×±+−(/].*|e[+-]?[0-9]+|[A-Za-zµ/]{0,6})|—|");

    private static final int LONG_TEXT = 32;

    /** Longer tables are folded under a line that says how long they are. */
    private static final int MOST_ROWS = 25;

    private final FigureRenderer renderer;
    private final StringBuilder html;

    BlockHtml(FigureRenderer renderer, StringBuilder html) {
        this.renderer = renderer;
        this.html = html;
    }

    void add(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            line("<p>" + rich(paragraph.text()) + "</p>");
        } else if (block instanceof Block.Heading heading) {
            line("<h3>" + rich(heading.text()) + "</h3>");
        } else if (block instanceof Block.Table table) {
            addTable(table);
        } else if (block instanceof Block.Picture picture) {
            line("<div class=\"single\">");
            addFigure(picture.figure());
            line("</div>");
        } else if (block instanceof Block.Pictures pictures) {
            line("<div class=\"pictures\">");
            pictures.pictures().forEach(picture -> addFigure(picture.figure()));
            line("</div>");
        } else if (block instanceof Block.Display display) {
            line("<div class=\"pictures\">");
            addScene(display.scene());
            display.projections().forEach(picture -> addFigure(picture.figure()));
            line("</div>");
        } else if (block instanceof Block.Preformatted text) {
            String caption =
                    text.caption().isEmpty() ? "" : "<div class=\"caption\">" + rich(text.caption()) + "</div>";
            line("<div class=\"scroll\">" + caption + "<pre tabindex=\"0\">" + Xml.escape(text.text())
                    + "</pre></div>");
        } else if (block instanceof Block.Facts facts) {
            addFacts(facts.facts());
        }
    }

    void addFacts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        line("<dl class=\"facts\">");
        for (Fact fact : facts) {
            String note = fact.note().isEmpty() ? "" : "<dd class=\"note\">" + rich(fact.note()) + "</dd>";
            line("<div class=\"fact\"><dt>" + rich(fact.label()) + "</dt><dd class=\"value\">" + rich(fact.value())
                    + "</dd>" + note + "</div>");
        }
        line("</dl>");
    }

    private void addFigure(Figure figure) {
        line("<figure>");
        html.append(renderer.inlineSvg(figure));
        line("<figcaption><b>" + rich(figure.title()) + ".</b> " + rich(figure.caption()) + "</figcaption>");
        line("</figure>");
    }

    private void addScene(Scene scene) {
        line("<figure class=\"scene\">\n<div class=\"space\" data-scene=\"" + Xml.escape(renderer.data(scene)) + "\">");
        html.append(renderer.inlineSvg(scene));
        line("</div>\n<figcaption><b>" + rich(scene.title()) + ".</b> " + rich(scene.caption()) + "</figcaption>");
        line("</figure>");
    }

    private void addTable(Block.Table table) {
        List<String> kinds = IntStream.range(0, table.headers().size())
                .mapToObj(column -> kind(table, column))
                .toList();
        boolean folded = table.rows().size() > MOST_ROWS;
        if (folded) {
            String name = table.caption().isEmpty() ? "Table" : rich(table.caption());
            line("<details class=\"fold\"><summary>" + name + " <span class=\"count\">"
                    + table.rows().size() + " rows</span></summary>");
        }
        line("<div class=\"scroll\" tabindex=\"0\"><table>");
        if (!table.caption().isEmpty() && !folded) {
            line("<caption>" + rich(table.caption()) + "</caption>");
        }
        html.append("<thead><tr>");
        for (int column = 0; column < kinds.size(); column++) {
            html.append("<th scope=\"col\"" + kinds.get(column) + ">"
                    + rich(table.headers().get(column)) + "</th>");
        }
        line("</tr></thead>\n<tbody>");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < kinds.size(); column++) {
                html.append("<td" + kinds.get(column) + ">" + rich(row.get(column)) + "</td>");
            }
            line("</tr>");
        }
        line("</tbody></table></div>" + (folded ? "</details>" : ""));
    }

    /** The class of a column's cells: numbers are aligned, and sentences need some width to be read. */
    private static String kind(Block.Table table, int column) {
        List<String> cells = table.rows().stream().map(row -> row.get(column)).toList();
        if (!cells.isEmpty()
                && cells.stream().allMatch(cell -> NUMBER.matcher(cell.strip()).matches())) {
            return " class=\"number\"";
        }
        return cells.stream().anyMatch(cell -> cell.length() > LONG_TEXT) ? " class=\"long\"" : "";
    }

    private static String rich(String text) {
        return RichText.of(text).html();
    }

    private void line(String text) {
        html.append(text).append('\n');
    }
}
