package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(html)
                .hasSizeLessThan(250_000)
                .doesNotContain("<script", "<link", "@import", "url(", "http://", "https://");
        assertThat(html).doesNotContainPattern("(src|href)=\"(?!#|data:)");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(writer.html(SampleReport.report()))
                .isEqualTo(new ReportWriter(FigureStyle.ofSample("Simulation")).html(SampleReport.report()));
    }

    @Test
    void summaryAndWarningsComeBeforeTheSectionsAndEachSectionIsInTheNavigation() {
        String html = writer.html(SampleReport.report());
        assertThat(html)
                .containsSubsequence(
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
        assertThat(html).containsSubsequence("<figure>", "role=\"img\"", "<desc>", "</svg>", "<figcaption>");
        assertThat(html.split("<figure>", -1)).hasSize(12);
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
