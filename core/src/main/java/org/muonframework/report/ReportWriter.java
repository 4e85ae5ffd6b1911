package org.muonframework.report;

import java.nio.file.Path;
import java.util.Map;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.draw.FigureRenderer;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.report.draw.Palette;
import org.muonframework.report.draw.RichText;
import org.muonframework.report.draw.Xml;

/**
 * Writes a report as one HTML file that needs no network and runs no script.
 *
 * <p>It is light or dark as the reader's system is, fits a telephone and prints on A4. The same report gives the same
 * bytes.
 */
public final class ReportWriter {

    private final FigureRenderer renderer;
    private final Template page = Template.resource("page.html");
    private final String rules = Template.resource("page.css").text();

    /** Reports whose figures carry a label, such as the framework's with the name of the sample. */
    public ReportWriter(FigureStyle style) {
        this.renderer = new FigureRenderer(style);
    }

    /**
     * Writes the report into a directory that exists.
     *
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    public void write(Report report, Path html) {
        AtomicFile.write(html, html(report));
    }

    /** The page as text. */
    String html(Report report) {
        return page.filled(Map.of(
                "title", Xml.escape(RichText.of(report.title()).plain()),
                "heading", RichText.of(report.title()).html(),
                "subtitle", subtitle(report),
                "style", style(),
                "navigation", navigation(report),
                "content", content(report)));
    }

    /** The page's rules and those of the figures; print is always light. */
    private String style() {
        return rules + Palette.lightCss() + "\n@media screen and (prefers-color-scheme: dark) {" + Palette.darkCss()
                + "}\n";
    }

    private static String subtitle(Report report) {
        return report.subtitle().isEmpty()
                ? ""
                : "<p class=\"subtitle\">" + RichText.of(report.subtitle()).html() + "</p>\n";
    }

    private static String navigation(Report report) {
        StringBuilder links = new StringBuilder();
        for (Section section : report.sections()) {
            links.append("<li><a href=\"#" + section.id() + "\">"
                    + RichText.of(section.title()).html() + "</a></li>\n");
        }
        return links.toString();
    }

    private String content(Report report) {
        StringBuilder content = new StringBuilder();
        BlockHtml blocks = new BlockHtml(renderer, content);
        blocks.addFacts(report.summary());
        if (!report.warnings().isEmpty()) {
            content.append(
                    "<aside class=\"warnings\" aria-label=\"Warnings\">\n<h2>Before you believe it</h2>\n<ul>\n");
            for (String warning : report.warnings()) {
                content.append("<li>" + RichText.of(warning).html() + "</li>\n");
            }
            content.append("</ul>\n</aside>\n");
        }
        for (Section section : report.sections()) {
            content.append("<section id=\"" + section.id() + "\">\n<h2>"
                    + RichText.of(section.title()).html() + "</h2>\n");
            section.blocks().forEach(blocks::add);
            content.append("</section>\n");
        }
        return content.toString();
    }
}
