package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The energy of muons in a calorimeter")
class CalorimeterIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    private static final Path GUIDE = Path.of("..", "docs", "analyses", "calorimeter.md");
    private static final Pattern ANALYSIS = Pattern.compile("(?s)## Events of files.*?```hocon\n(.*?)```");

    @TempDir
    private static Path work;

    private static Path muons;
    private static RunFiles run;

    /** Events of a ROOT file, by the analysis that the guide has for them, with two members and fewer epochs. */
    @BeforeAll
    static void runOnAFile() throws IOException {
        muons = work.resolve("muons.root");
        succeed("generate", "calorimeter-simulation", "-n", "6000", "-o", muons.toString());
        Matcher text = ANALYSIS.matcher(Files.readString(GUIDE));
        assertThat(text.find()).isTrue();
        Path analysis = Files.writeString(
                work.resolve("calorimeter.conf"), text.group(1).replace("muons.root", muons.toString()));
        run = RunFiles.of(work, analysis, "models.features.ensemble.size=2", "models.features.trainer.epochs=8");
    }

    @Test
    @DisplayName("is known better from features than from its sum alone, from 0.5 to 2 TeV and uncorrected")
    void better() {
        assertThat(meanResolution("")).isLessThan(0.85 * meanResolution("energy-sum"));
    }

    @Test
    @DisplayName("is told by both members, which weigh one together")
    void members() {
        List<Double> weights = run.metrics().stream()
                .filter(entry -> entry.get("name").asText().equals("ensemble-weight"))
                .map(entry -> entry.get("value").asDouble())
                .toList();

        assertThat(weights).hasSize(2).allMatch(weight -> weight > 0.3 && weight < 0.7);
    }

    @Test
    @DisplayName("is predicted for other events, whose energy is not known")
    void predicts() throws IOException {
        Path others = work.resolve("others.root");
        succeed("generate", "calorimeter-simulation", "-n", "200", "--seed", "7", "-o", others.toString());
        Path unknown = work.resolve("unknown.parquet");
        succeed("convert", others.toString(), unknown.toString(), "--columns", "event,true_x,true_y,hitCell,hitEnergy");
        Path predicted = work.resolve("predicted.csv");

        succeed("predict", run.path().toString(), unknown.toString(), "-o", predicted.toString());

        assertThat(predicted).content().startsWith("event").contains("true_energy");
        assertThat(Files.readAllLines(predicted)).hasSize(201);
    }

    /** The example with a few hundred events and one epoch. */
    @Test
    @DisplayName("is learned from features, from cells and from both, and shown with the energy found")
    void convolutions() throws IOException {
        RunFiles compared = RunFiles.of(
                work,
                EXAMPLES.resolve("calorimeter-comparison.conf"),
                "dataset.events=600",
                "models.features.trainer.epochs=1",
                "models.both.trainer.epochs=1",
                "models.both.model.channels=2");

        for (String model : List.of("features", "cells", "both")) {
            assertThat(compared.test("bias-slope", model)).isFinite();
            assertThat(compared.path().resolve("figures"))
                    .isDirectoryContaining("glob:**/" + model + "-event-1-3d.svg")
                    .isDirectoryContaining("glob:**/" + model + "-event-3-zx.svg");
        }
        assertThat(compared.path().resolve("report.html"))
                .content()
                .contains("in which features finds ", "in which cells finds ", "in which both finds ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calorimeter", "calorimeter-features", "calorimeter-paper"})
    @DisplayName("hands its presets out as files that stand on their own")
    void presets(String preset) throws IOException {
        Path copy = work.resolve("init-" + preset + ".conf");

        succeed("init", preset, "--output", copy.toString());

        assertThat(Files.readAllLines(copy)).noneMatch(line -> line.strip().startsWith("include"));
        succeed("check", "--no-data", copy.toString());
    }

    @Test
    @DisplayName("is found by an example that check finds nothing wrong with")
    void example() {
        succeed("check", "--no-data", EXAMPLES.resolve("calorimeter.conf").toString());
    }

    private static double meanResolution(String method) {
        return run.metrics().stream()
                .filter(entry -> entry.get("name").asText().equals("mean-resolution")
                        && entry.path("corrected").asText().equals("no")
                        && entry.path("method").asText().equals(method)
                        && entry.path("sample").asText().equals("test"))
                .mapToDouble(entry -> entry.get("value").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static void succeed(String... arguments) {
        Framework.Outcome outcome = Framework.built(work).run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }
}
