package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("framework report")
class ReportCommandTest {

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Path original;

    private Path run;

    @BeforeAll
    static void train() {
        desk = new Desk(folder);
        original = folder.resolve("original");
        Desk.Ended ended =
                desk.framework("run", desk.writeAnalysis("").toString(), "--quiet", "--output", original.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @BeforeEach
    void copy(@TempDir Path fresh) throws IOException {
        run = fresh.resolve("run");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(original.relativize(file).toString()));
            }
        }
    }

    @Test
    @DisplayName("draws figures and page again, to the same bytes, from report.json alone")
    void redraws() throws IOException {
        Map<String, byte[]> before = drawn();
        assertThat(before).hasSizeGreaterThan(10);
        for (String file : before.keySet()) {
            Files.delete(run.resolve(file));
        }
        Files.delete(run.resolve("predictions.parquet"));
        Files.delete(run.resolve("metrics.json"));

        Desk.Ended ended = desk.framework("report", run.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(run.resolve("report.html").toString());
        assertThat(drawn()).containsExactlyEntriesOf(before);
    }

    @Test
    @DisplayName("says that a run is not finished, and how to go on with it")
    void unfinished() throws IOException {
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\"", "\"interrupted\""));

        assertRefused(2, "is not finished (interrupted)", "framework run --resume " + run);
    }

    @Test
    @DisplayName("says that a run is older than report.json")
    void older() throws IOException {
        Files.delete(run.resolve("report.json"));

        assertRefused(2, "keeps no report.json", "framework run " + run.resolve("analysis.conf"));
    }

    @Test
    @DisplayName("names a damaged report.json and leaves the page as it is")
    void damaged() throws IOException {
        byte[] page = Files.readAllBytes(run.resolve("report.html"));
        Path data = run.resolve("report.json");
        Files.writeString(data, Files.readString(data).substring(0, 5000));

        assertRefused(3, data.toString(), "is damaged");
        assertThat(run.resolve("report.html")).hasBinaryContent(page);
    }

    @Test
    @DisplayName("refuses a directory that is no run")
    void noRun() throws IOException {
        Files.delete(run.resolve("manifest.json"));

        assertRefused(2, "is not a run directory");
    }

    private void assertRefused(int code, String... words) {
        Desk.Ended ended = desk.framework("report", run.toString());
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err()).contains(words).doesNotContain("Exception");
    }

    private Map<String, byte[]> drawn() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        bytes.put("report.html", Files.readAllBytes(run.resolve("report.html")));
        try (Stream<Path> files = Files.list(run.resolve("figures"))) {
            for (Path file : files.toList()) {
                bytes.put("figures/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }
}
