package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/plugins.md")
class PluginGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "plugins.md");
    private static final Path RINGS = ThirdPartyPlugins.SOURCES.resolve("rings");
    private static final Pattern BLOCK = Pattern.compile("(?s)`([^`\n]+)`:\n\n```\\w*\n(.*?)```");

    /** Blocks of the guide that are said to be files: path and text. */
    private static List<String[]> files() throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(match -> new String[] {match.group(1), match.group(2)})
                .toList();
    }

    @Test
    void showsTheFilesOfThePluginThatTheTestsBuild() throws IOException {
        for (String[] file : files()) {
            assertThat(RINGS.resolve(file[0])).content().isEqualTo(file[1]);
        }
    }

    @Test
    void leavesNoFileOut() throws IOException {
        List<String> shown = files().stream().map(file -> file[0]).toList();

        try (Stream<Path> files = Files.walk(RINGS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RINGS.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void needsSixtyLinesForADatasetAndAMetric() throws IOException {
        long lines = files().stream()
                .filter(file -> file[0].endsWith("ToyRings.java") || file[0].endsWith("MeanScore.java"))
                .flatMap(file -> file[1].lines())
                .filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .count();

        assertThat(lines).isBetween(1L, 60L);
    }

    @Test
    void buildsAgainstTheVersionOfThisProject() throws IOException {
        String version = Path.of(System.getProperty("dist.home"))
                .getFileName()
                .toString()
                .replace("muon-framework-", "");

        assertThat(RINGS.resolve("pom.xml")).content().contains("<version>" + version + "</version>");
    }
}
