package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A plugin of somebody else")
class ThirdPartyPluginIT {

    @TempDir
    private static Path work;

    private static Framework framework;
    private static ThirdPartyPlugins plugins;

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildThem() throws IOException {
        framework = Framework.built(work);
        plugins = ThirdPartyPlugins.build(framework);
    }

    private static void assertListed(Framework.Outcome outcome, Path jar) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("rings +1\\.0\\.0 .*" + jar.getFileName());
        assertThat(outcome.out()).contains(jar.toString(), "toy-rings", "mean-score", "Is a point on the ring?");
    }

    @Test
    void isListedFromAFolderGivenOnTheCommandLine() throws IOException {
        plugins.install(folder, "rings");

        assertListed(framework.run("plugins", "--plugins", folder.toString()), folder.resolve("rings-1.0.0.jar"));
    }

    @Test
    void isListedFromTheHomeOfTheUser() throws IOException {
        Path place = plugins.install(folder.resolve(".muonframework/plugins"), "rings");

        assertListed(framework.with("-Duser.home=" + folder).run("plugins"), place.resolve("rings-1.0.0.jar"));
    }

    @Test
    void isListedFromTheInstallation() throws IOException {
        Path home = folder.toRealPath();
        Files.createDirectory(home.resolve("bin"));
        Files.copy(framework.home().resolve("bin/framework"), home.resolve("bin/framework"));
        assertThat(home.resolve("bin/framework").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(home.resolve("lib"), framework.home().resolve("lib"));
        Path place = plugins.install(home.resolve("plugins/rings"), "rings");

        assertListed(framework.at(home).run("plugins"), place.resolve("rings-1.0.0.jar"));
    }

    @Test
    void isNamedAndSkippedWhenItIsBroken() throws IOException {
        plugins.install(folder, "broken", "future", "rings");

        Framework.Outcome outcome = framework.run("plugins", "--plugins", folder.toString());

        assertListed(outcome, folder.resolve("rings-1.0.0.jar"));
        assertThat(outcome.out())
                .contains(folder.resolve("broken.jar")
                        + ": its metric service cannot be loaded: Provider com.example.broken.Missing not found")
                .contains(folder.resolve("future.jar") + ": made for SPI 3.0, this framework has SPI 2.3");
        assertThat(outcome.out() + outcome.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void describesItsSettings() throws IOException {
        plugins.install(folder, "rings");

        Framework.Outcome outcome = framework.run("describe", "toy-rings", "--plugins", folder.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("radius", "Radius of the ring.", "cm", "1.0", "events");
    }

    @Test
    void isUsedByARunBesideBrokenOnesAndOthersWithAnotherVersionOfItsLibrary() throws IOException {
        plugins.install(folder.resolve("plugins"), "rings", "broken", "future");
        Files.copy(
                plugins.jar("shapes-1"),
                plugins.install(folder.resolve("plugins/circles"), "circles").resolve("shapes.jar"));
        Files.copy(
                plugins.jar("shapes-2"),
                plugins.install(folder.resolve("plugins/ellipses"), "ellipses").resolve("shapes.jar"));
        Path file = Files.writeString(
                folder.resolve("toy.conf"), "analysis = toy\nmetrics = [ mean-score, circle-area, ellipse-area ]\n");
        Path output = folder.resolve("run");

        Framework.Outcome outcome = framework.run(
                "run",
                file.toString(),
                "--plugins",
                folder.resolve("plugins").toString(),
                "--output",
                output.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("broken.jar: ", "future.jar: ");
        assertThat(values(output, "mean-score")).singleElement().satisfies(value -> assertThat(value)
                .isCloseTo(0.5, within(0.05)));
        assertThat(values(output, "circle-area")).containsExactly(Math.PI);
        assertThat(values(output, "ellipse-area")).containsExactly(2 * Math.PI);
        assertThat(output.resolve("report.html")).isNotEmptyFile();
        assertThat(new RunFiles(output).manifest().get("plugins").toString())
                .contains("\"rings 1.0.0 rings-1.0.0.jar\"");
    }

    @Test
    void isSuggestedWhereItsNameIsMisspelt() throws IOException {
        plugins.install(folder.resolve("plugins"), "rings");
        Path file = Files.writeString(folder.resolve("toy.conf"), "analysis = toy\ndataset { type = toy-ring }\n");
        Path output = folder.resolve("run");

        Framework.Outcome outcome = framework.run(
                "run",
                file.toString(),
                "--plugins",
                folder.resolve("plugins").toString(),
                "--output",
                output.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("toy.conf:2", "toy-ring", "'toy-rings'")
                .doesNotContain("\tat ");
        assertThat(output).doesNotExist();
    }

    private static List<Double> values(Path run, String name) throws IOException {
        List<Double> values = new ArrayList<>();
        JsonNode root = new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
        for (JsonNode metric : root.get("metrics")) {
            if (metric.get("name").asText().equals(name)) {
                values.add(metric.get("value").asDouble());
            }
        }
        return values;
    }
}
