package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.draw.FigureStyle;

class ReportWriterTest {

    private final ReportWriter writer = new ReportWriter(FigureStyle.ofSample("Simulation"));

    @TempDir
    private Path directory;

    @Test
    void theReportIsOneSmallFileThatAsksNothingOfAnyNetwork() throws IOException {
        writer.write(SampleReport.report(), directory.resolve("report.html"));

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("report.html"));
        }
        String html = Files.readString(directory.resolve("report.html"));
        assertThat(html).hasSizeLessThan(700_000).contains("d3js.org v", "Permission to use, copy, modify");
        assertThat(withoutScripts(html)).doesNotContain("<link", "@import", "url(", "http://", "https://");
        assertThat(withoutScripts(html)).doesNotContainPattern("(src|href)=\"(?!#|data:)");
    }

    @Test
    void thePolicyOfThePageKnowsItsStyleAndItsScriptsByTheirHashesAndAllowsNothingElse() throws Exception {
        String html = writer.html(SampleReport.report());

        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(policy.find()).isTrue();
        List<String> hashes = new ArrayList<>();
        Matcher element =
                Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL).matcher(html);
        while (element.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(element.group(2).getBytes(StandardCharsets.UTF_8));
            hashes.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(hashes).hasSize(4);
        assertThat(policy.group(1))
                .isEqualTo("default-src 'none'; style-src " + hashes.get(0) + "; script-src "
                        + String.join(" ", hashes.subList(1, 4))
                        + "; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(html).doesNotContainPattern("<[^>]* style=").doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    @Test
    void aReportWithoutFiguresHoldsNoScript() {
        var section = new Section("s", "S", List.of(new Block.Paragraph("Nothing to see.")));
        assertThat(writer.html(new Report("t", "", List.of(), List.of(), List.of(section))))
                .doesNotContain("<script")
                .contains("script-src 'none'");
    }

    @Test
    void manyWarningsAndLongTablesAreFoldedAndFewAreNot() {
        var report =
                new Report("t", "", List.of(), List.of("1", "2", "3", "4", "5", "6"), List.of(section("a", table(25))));
        assertThat(writer.html(report)).doesNotContain("<details");

        report = new Report(
                "t", "", List.of(), List.of("1", "2", "3", "4", "5", "6", "7"), List.of(section("a", table(26))));
        String html = writer.html(report);
        assertInOrder(html, "<li>4</li>", "<summary>3 more</summary>", "<li>5</li>", "<li>7</li>", "</details>");
        assertInOrder(html, "<summary>All", "26 rows</span></summary>", "<table>", "</table>", "</details>");
    }

    /** Each part is found behind the one before it. */
    private static void assertInOrder(String html, String... parts) {
        int at = 0;
        for (String part : parts) {
            at = html.indexOf(part, at);
            assertThat(at).as(part).isNotNegative();
        }
    }

    private static Section section(String id, Block block) {
        return new Section(id, id, List.of(block));
    }

    private static Block table(int rows) {
        return new Block.Table("All", List.of("n"), Collections.nCopies(rows, List.of("1")));
    }

    private static String withoutScripts(String html) {
        return html.replaceAll("(?s)<script>.*?</script>", "");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(writer.html(SampleReport.report()))
                .isEqualTo(new ReportWriter(FigureStyle.ofSample("Simulation")).html(SampleReport.report()));
    }

    @Test
    void summaryAndWarningsComeBeforeTheSectionsAndEachSectionIsInTheNavigation() {
        String html = writer.html(SampleReport.report());
        assertInOrder(
                html,
                "<h1>Is this pair a Z?</h1>",
                "<a href=\"#performance\">Performance</a>",
                "<a href=\"#configuration\">",
                "0.968 ± 0.004",
                "No test part was split off",
                "<section id=\"performance\">",
                "<section id=\"configuration\">");
    }

    @Test
    void figuresAreInlineWithCaptionAndDescription() {
        String html = writer.html(SampleReport.report());
        assertInOrder(html, "<figure>", "role=\"img\"", "<desc>", "</svg>", "<figcaption>");
        assertThat(html.split("<figure>", -1)).hasSize(18);
    }

    @Test
    void columnsOfNumbersAreAlignedAndOthersNot() {
        var table = new Block.Table(
                "",
                List.of("Name", "AUC", "Mixed", "Interval", "Mass"),
                List.of(
                        List.of("net", "0.94 ± 0.01", "3", "31.2 +1.4 −1.2", "−3.1 GeV"),
                        List.of("3 trees", "—", "none", "(2.35 ± 0.01) × 10^{9}", "1e-5")));
        var report = new Report("t", "", List.of(), List.of(), List.of(new Section("s", "S", List.of(table))));
        assertThat(writer.html(report))
                .contains("<th scope=\"col\">Name", "<th scope=\"col\" class=\"number\">AUC", "<th scope=\"col\">Mixed")
                .contains("class=\"number\">Interval", "class=\"number\">Mass");
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "</title></style><script>alert(1)</script><img src=x onerror='x' \"> {{content}} $1 \\";
        var section = new Section(
                "s",
                hostile,
                List.of(
                        new Block.Paragraph(hostile),
                        new Block.Table(hostile, List.of(hostile), List.of(List.of(hostile))),
                        new Block.Preformatted(hostile, hostile),
                        new Block.Facts(List.of(new Fact(hostile, hostile, hostile)))));
        var report = new Report(hostile, hostile, List.of(), List.of(hostile), List.of(section));

        String html = writer.html(report);

        assertThat(html).doesNotContain("<script", "<img", "onerror='");
        assertThat(html).contains("&lt;script&gt;alert(1)", "{{content}} $1 \\");
        assertThat(html.split("</title>", -1)).hasSize(2);
    }

    @Test
    void tablesWithRaggedRowsAndSectionsWithOneNameAreRefused() {
        assertThatThrownBy(() -> new Block.Table("t", List.of("a"), List.of(List.of("1", "2"))))
                .hasMessageContaining("2 cells under 1 headers");
        Section section = new Section("same", "S", List.of());
        assertThatThrownBy(() -> new Report("t", "", List.of(), List.of(), List.of(section, section)))
                .hasMessageContaining("share an identifier");
        assertThatThrownBy(() -> new Section("Not Kebab", "S", List.of())).hasMessageContaining("Not Kebab");
    }
}
