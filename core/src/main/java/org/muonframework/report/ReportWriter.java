package org.muonframework.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.draw.FigureRenderer;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.report.draw.Palette;
import org.muonframework.report.draw.RichText;
import org.muonframework.report.draw.Xml;

/**
 * Writes a report as one HTML file that needs no network.
 *
 * <p>Scripts zoom into its figures and read out their numbers; without them everything is there to be seen. It is light
 * or dark as the reader's system is, fits a telephone and prints on A4. The same report gives the same bytes.
 */
public final class ReportWriter {

    /** More are folded, so that the numbers stay in sight. */
    private static final int MOST_WARNINGS = 6;

    private static final int WARNINGS_BEFORE_FOLD = 4;

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
        String style = style();
        Scripts scripts = Scripts.of(report);
        return page.filled(Map.of(
                "policy", ContentPolicy.of(style, scripts.texts()),
                "scripts", scripts.html(),
                "title", Xml.escape(RichText.of(report.title()).plain()),
                "heading", RichText.of(report.title()).html(),
                "subtitle", subtitle(report),
                "style", style,
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
            content.append("<aside class=\"warnings\" aria-label=\"Warnings\">\n<h2>Before you believe it</h2>\n");
            int shown = report.warnings().size() > MOST_WARNINGS
                    ? WARNINGS_BEFORE_FOLD
                    : report.warnings().size();
            appendWarnings(content, report.warnings().subList(0, shown));
            if (shown < report.warnings().size()) {
                content.append("<details>\n<summary>" + (report.warnings().size() - shown) + " more</summary>\n");
                appendWarnings(
                        content,
                        report.warnings().subList(shown, report.warnings().size()));
                content.append("</details>\n");
            }
            content.append("</aside>\n");
        }
        for (Section section : report.sections()) {
            content.append("<section id=\"" + section.id() + "\">\n<h2>"
                    + RichText.of(section.title()).html() + "</h2>\n");
            section.blocks().forEach(blocks::add);
            content.append("</section>\n");
        }
        return content.toString();
    }

    private static void appendWarnings(StringBuilder content, List<String> warnings) {
        content.append("<ul>\n");
        warnings.forEach(warning -> content.append("<li>" + RichText.of(warning).html() + "</li>\n"));
        content.append("</ul>\n");
    }
}
