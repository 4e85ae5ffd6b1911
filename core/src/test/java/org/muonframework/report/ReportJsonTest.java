package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.problem.DataException;

@DisplayName("The file of a report")
class ReportJsonTest {

    private static final FigureStyle STYLE = FigureStyle.ofSample("Simulation");
    private static final RecursiveComparisonConfiguration EXACT = RecursiveComparisonConfiguration.builder()
            .withStrictTypeChecking(true)
            .withEqualsForType(Double::equals, Double.class)
            .build();

    @TempDir
    private Path folder;

    private Report through(Report report) {
        Path file = folder.resolve("report.json");
        ReportJson.write(report, STYLE, file);
        ReportJson.Styled read = ReportJson.read(file);
        assertThat(read.style()).isEqualTo(STYLE);
        return read.report();
    }

    private static Report of(Figure... figures) {
        List<Block> pictures = List.of(new Block.Pictures(
                List.of(figures).stream().map(Block.Picture::of).toList()));
        return new Report("t", "", List.of(), List.of(), List.of(new Section("s", "S", pictures)));
    }

    @Test
    @DisplayName("loses nothing of a report that uses every block")
    void report() {
        assertThat(through(SampleReport.report()))
                .usingRecursiveComparison(EXACT)
                .isEqualTo(SampleReport.report());
    }

    @Test
    @DisplayName("loses nothing of any figure, nor of what is compared")
    void figures() {
        Figure[] all = FigureGallery.all().stream()
                .map(figure -> figure.comparing(figure.marks()))
                .toArray(Figure[]::new);

        assertThat(through(of(all))).usingRecursiveComparison(EXACT).isEqualTo(of(all));
    }

    @Test
    @DisplayName("keeps every bit of every number, also of those that are none")
    void numbers() {
        double[] odd = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.1 + 0.2
        };
        Axis axis = Axis.of("x").between(Double.NEGATIVE_INFINITY, 1e-300);
        Figure figure = Figure.of(
                "odd",
                "",
                "",
                axis,
                Axis.of("y").log(),
                List.of(Mark.Curve.of("odd", odd, odd), new Mark.Reference("", Double.NaN, true)));

        Figure read = through(of(figure)).pictures().get(0).figure();

        assertThat(read.x()).isEqualTo(axis);
        assertThat(((Mark.Curve) read.marks().get(0)).y()).isEqualTo(odd);
        assertThat(((Mark.Reference) read.marks().get(1)).at()).isNaN();
        assertThat(Double.doubleToRawLongBits(((Mark.Curve) read.marks().get(0)).x()[3]))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    @DisplayName("names kinds in kebab-case and its format first")
    void layout() throws IOException {
        through(of(FigureGallery.confusion()));

        assertThat(folder.resolve("report.json"))
                .content()
                .startsWith("{\"format\":3,\"style\":")
                .contains("\"type\":\"pictures\"", "\"type\":\"heat-map\"");
    }

    @Test
    @DisplayName("of the first format is read: its maps had no limit of their colours")
    void older() throws IOException {
        Path file = folder.resolve("report.json");
        Report report = through(of(FigureGallery.confusion()));
        String older =
                Files.readString(file).replace("\"format\":3", "\"format\":1").replace(",\"limit\":0.0", "");
        Files.writeString(file, older);

        assertThat(older).contains("\"printed\"").doesNotContain("limit");
        assertThat(ReportJson.read(file).report())
                .usingRecursiveComparison(EXACT)
                .isEqualTo(report);
    }

    @Test
    @DisplayName("of the second format is read: it had no scenes yet")
    void withoutScenes() throws IOException {
        Path file = folder.resolve("report.json");
        Report report = through(SampleReport.report());
        Files.writeString(file, Files.readString(file).replace("\"format\":3", "\"format\":2"));

        assertThat(ReportJson.read(file).report())
                .usingRecursiveComparison(EXACT)
                .isEqualTo(report);
    }

    @Test
    @DisplayName("is refused by name if a newer version wrote it")
    void newer() throws IOException {
        Path file = folder.resolve("report.json");
        through(SampleReport.report());
        Files.writeString(file, Files.readString(file).replace("\"format\":3", "\"format\":4"));

        assertThatThrownBy(() -> ReportJson.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("report.json")
                .hasMessageContaining("was written by a newer version");
    }

    @Test
    @DisplayName("is refused by name if it is damaged, wherever it is cut off or changed")
    void damaged() throws IOException {
        Path file = folder.resolve("report.json");
        through(of(FigureGallery.roc(), FigureGallery.mass()));
        String whole = Files.readString(file);
        List<String> damaged = List.of(
                "",
                "{}",
                "[]",
                "null",
                "{\"format\":3}",
                whole + "}",
                whole.replace("\"marks\"", "\"remarks\""),
                whole.replace("\"curve\"", "\"curl\""),
                whole.replaceFirst("\"x\":\\[0", "\"x\":[\"much\""),
                whole.replaceFirst("\"x\":\\[0[^,]*,", "\"x\":["));
        assertThat(damaged).doesNotContain(whole);
        for (int cut = 1; cut < whole.length(); cut += whole.length() / 7) {
            assertRefused(file, whole.substring(0, cut));
        }
        for (String text : damaged) {
            assertRefused(file, text);
        }
        assertThatThrownBy(() -> ReportJson.read(folder.resolve("none.json")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none.json");
    }

    private static void assertRefused(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> ReportJson.read(file))
                .as(text.substring(0, Math.min(60, text.length())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("report.json")
                .hasMessageContaining("damaged");
    }
}
