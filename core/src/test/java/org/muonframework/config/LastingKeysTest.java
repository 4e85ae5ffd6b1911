package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingKeysTest {

    @TempDir
    Path folder;

    @Test
    void stayWhenASectionGetsAnotherType() throws IOException {
        Path preset = Files.writeString(folder.resolve("full.conf"), """
                dataset {
                  type = zmumu-simulation, events = 20000, selection = "pt1 > 20", "odd.key" = 1
                  derive { M = "2 * pt1" }, missing { value = -999, policy = mean }
                }
                model { type = mlp, derive = 3 }
                """);
        AnalysisFileReader lasting = new AnalysisFileReader(
                Map.of("full", preset.toUri().toURL()),
                Map.of("dataset", Set.of("selection", "derive", "missing", "clip")));
        Files.writeString(folder.resolve("analysis.conf"), """
                analysis = full
                dataset { type = files, files = [a], derive { dM = "M - 91" }, missing.value = -1 }
                model { type = trees }
                """);

        Config config = lasting.read(folder.resolve("analysis.conf"), List.of("dataset.selection=null"));

        assertThat(config.getObject("dataset").unwrapped())
                .containsOnly(
                        Map.entry("type", "files"),
                        Map.entry("files", List.of("a")),
                        new AbstractMap.SimpleEntry<>("selection", null),
                        Map.entry("derive", Map.of("M", "2 * pt1", "dM", "M - 91")),
                        Map.entry("missing", Map.of("value", -1, "policy", "mean")));
        assertThat(config.getObject("model").unwrapped()).isEqualTo(Map.of("type", "trees"));
        Files.writeString(folder.resolve("resolved.conf"), ConfigText.render(config));
        assertThat(lasting.read(folder.resolve("resolved.conf"), List.of())).isEqualTo(config);
        assertThat(lasting.read(folder.resolve("analysis.conf"), List.of("dataset.type=zmumu-simulation"))
                        .getObject("dataset")
                        .unwrapped())
                .containsEntry("selection", "pt1 > 20")
                .doesNotContainKeys("files", "events");
    }
}
