package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Scene;

@DisplayName("A scene in a report")
class SceneFilesTest {

    private static final FigureStyle STYLE = FigureStyle.ofSample("Simulation");

    @TempDir
    private Path folder;

    static Report report(Scene... scenes) {
        List<Block> blocks =
                List.of(scenes).stream().<Block>map(Block.Display::of).toList();
        return new Report("Events", "", List.of(), List.of(), List.of(new Section("events", "Events", blocks)));
    }

    @Test
    @DisplayName("is written as image and drawing, and each projection with its numbers")
    void files() throws IOException {
        var files = new ReportFiles(
                folder.resolve("report.json"), folder.resolve("figures"), folder.resolve("report.html"));
        files.write(report(EventScenes.calorimeter()), STYLE, () -> {});

        try (var figures = Files.list(folder.resolve("figures"))) {
            assertThat(figures.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "event-3d.svg",
                            "event-3d.png",
                            "event-zx.svg",
                            "event-zx.png",
                            "event-zx.csv",
                            "event-zy.svg",
                            "event-zy.png",
                            "event-zy.csv",
                            "event-xy.svg",
                            "event-xy.png",
                            "event-xy.csv");
        }
        byte[] page = Files.readAllBytes(folder.resolve("report.html"));
        byte[] image = Files.readAllBytes(folder.resolve("figures/event-3d.png"));
        files.redraw();
        assertThat(folder.resolve("report.html")).hasBinaryContent(page);
        assertThat(folder.resolve("figures/event-3d.png")).hasBinaryContent(image);
    }

    @Test
    @DisplayName("is kept by the report's file with every bit")
    void json() {
        Report report = report(EventScenes.calorimeter(), EventScenes.tracker());
        Path file = folder.resolve("report.json");
        ReportJson.write(report, STYLE, file);

        assertThat(file).content().contains("\"type\":\"display\"", "\"type\":\"boxes\"", "\"type\":\"cylinder\"");
        assertThat(ReportJson.read(file).report())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(report);
    }

    @Test
    @DisplayName("alone brings three.js, with its licence, into the page")
    void library() {
        var writer = new ReportWriter(STYLE);
        String with = writer.html(report(EventScenes.tracker()));
        assertThat(with).contains("Three.js Authors", "Permission is hereby granted, free of charge");
        assertThat(with).doesNotContain("import{", "export{");
        assertThat(writer.html(SampleReport.report())).doesNotContain("Three.js Authors");
    }

    @Test
    @DisplayName("shares no file with a figure of a similar name")
    void names() {
        UniqueNames names = new UniqueNames();
        assertThat(names.of("event-zx")).isEqualTo("event-zx");
        assertThat(names.of("event", Block.Display.ENDINGS)).isEqualTo("event-2");
        assertThat(names.of("event-2-3d")).isEqualTo("event-2-3d-2");
    }
}
