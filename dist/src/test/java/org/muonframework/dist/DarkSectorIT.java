package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The search for a Z' among four muons")
class DarkSectorIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    private static final Path GUIDE = Path.of("..", "docs", "analyses", "darksector.md");
    private static final Pattern ANALYSIS =
            Pattern.compile("(?s)## Events in the columns of punzinet.*?```hocon\n(.*?)```");

    @TempDir
    private static Path work;

    private static RunFiles run;

    /** The example with fewer events, fewer epochs and a smaller grid. */
    @BeforeAll
    static void runASmallOne() throws IOException {
        run = RunFiles.of(
                work,
                EXAMPLES.resolve("darksector.conf"),
                "dataset.events-per-mass=150",
                "dataset.background-events=20000",
                "models.trees.grid={ folds = 2, \"trainer.max-depth\" = [5, 7] }",
                "models.punzi-net.trainer.epochs=20",
                "models.punzi-net.trainer.pretraining.epochs=10");
    }

    @Test
    @DisplayName("has the efficiency and the background of the specification at 2.5 GeV, before any classifier")
    void efficiencyAndBackground() {
        assertThat(value(run, "absolute-efficiency", "trees", "no-classifier")).isCloseTo(0.57, within(0.08));
        assertThat(value(run, "background-events", "trees", "no-classifier")).isCloseTo(4020, within(400.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "one-shot", "punzi-net"})
    @DisplayName("gains by every classifier, in the figure of merit and in the limit")
    void gains(String model) {
        assertThat(run.test("punzi-gain", model)).isBetween(1.05, 2.2);
        assertThat(run.test("limit-improvement", model)).isBetween(1.05, 2.2);
    }

    @Test
    void reportsWhatTheGridSearchTriedInEachRegion() {
        assertThat(run.path().resolve("report.html"))
                .content()
                .contains("trainer.max-depth", "1 &lt;= mass &lt; 4", "limit-coupling");
    }

    @Test
    @DisplayName("takes candidates from a ROOT file")
    void runsOnFiles() throws IOException {
        Path candidates = work.resolve("candidates.root");
        succeed("generate", "darksector-simulation", "-n", "20000", "-o", candidates.toString());
        Path analysis = Files.writeString(work.resolve("files.conf"), """
                analysis = darksector-trees
                dataset { type = files, files = ["%s"] }
                models.trees { grid = null, trainer.rounds = 6 }
                """.formatted(candidates));

        assertThat(RunFiles.of(work, analysis).test("punzi-gain", "trees")).isBetween(1.05, 1.5);
    }

    @Test
    @DisplayName("takes events in the columns of punzinet, by the analysis that docs/analyses/darksector.md has")
    void runsOnTheColumnsOfPunziNet() throws IOException {
        Path candidates = work.resolve("punzinet.parquet");
        succeed("generate", "punzinet-simulation", "-n", "20000", "-o", candidates.toString());
        Matcher text = ANALYSIS.matcher(Files.readString(GUIDE));
        assertThat(text.find()).isTrue();
        Path analysis = Files.writeString(
                work.resolve("punzinet.conf"), text.group(1).replace("punzinet.parquet", candidates.toString()));

        RunFiles searched = RunFiles.of(work, analysis, "trainer.epochs=20", "trainer.pretraining.epochs=10");

        assertThat(searched.test("punzi-gain", "punzi-net")).isBetween(1.05, 1.5);
        assertThat(searched.test("limit-improvement", "punzi-net")).isBetween(1.05, 1.5);
        assertThat(value(searched, "absolute-efficiency", "punzi-net", "no-classifier"))
                .isCloseTo(0.57, within(0.15));
        assertThat(value(searched, "background-events", "punzi-net", "no-classifier"))
                .isCloseTo(4020, within(400.0));
        assertThat(value(searched, "limit-coupling", "punzi-net", "best-cut")).isBetween(0.005, 0.015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"darksector", "darksector-trees", "darksector-oneshot", "darksector-punzi"})
    @DisplayName("hands its presets out as files that stand on their own")
    void presets(String preset) throws IOException {
        Path copy = work.resolve(preset + ".conf");

        succeed("init", preset, "--output", copy.toString());

        assertThat(Files.readAllLines(copy)).noneMatch(line -> line.strip().startsWith("include"));
        succeed("check", "--no-data", copy.toString());
    }

    private static double value(RunFiles run, String name, String model, String point) {
        return run.metrics().stream()
                .filter(entry -> entry.get("name").asText().equals(name)
                        && entry.get("model").asText().equals(model)
                        && entry.path("point").asText().equals(point)
                        && entry.path("mass").asText().startsWith("2.5"))
                .mapToDouble(entry -> entry.get("value").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static void succeed(String... arguments) {
        Framework.Outcome outcome = Framework.built(work).run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }
}
