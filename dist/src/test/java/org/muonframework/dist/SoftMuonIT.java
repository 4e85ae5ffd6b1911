package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Soft-muon tagging")
class SoftMuonIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    private static Path work;

    private static RunFiles run;

    /** Fewer muons and epochs than the example has, in smaller batches for that, and a test part of its own. */
    @BeforeAll
    static void runASmallOne() throws IOException {
        run = RunFiles.of(
                work,
                EXAMPLES.resolve("softmuon.conf"),
                "dataset.events=30000",
                "trainer.epochs=15",
                "trainer.batch-size=256",
                "split.train=0.6",
                "split.validation=0.2");
    }

    @Test
    @DisplayName("beats the cut-based TIGHT at its own efficiency for signal")
    void beatsTight() {
        assertThat(run.test("auc", "tightnn")).isBetween(0.85, 0.91);
        assertThat(run.test("accuracy", "tightnn")).isGreaterThan(run.test("majority-accuracy", "tightnn") + 0.07);
        assertThat(point("reference-signal-efficiency")).isCloseTo(0.907, within(0.02));
        assertThat(point("reference-background-efficiency")).isCloseTo(0.429, within(0.035));
        assertThat(point("rejection-gain")).isGreaterThan(1.3);
        assertThat(run.metrics())
                .filteredOn(value -> value.get("name").asText().equals("parameters"))
                .singleElement()
                .satisfies(value -> assertThat(value.get("value").asInt()).isEqualTo(20_465));
    }

    @Test
    @DisplayName("is judged on other simulations too")
    void variations() {
        assertThat(run.metrics())
                .filteredOn(value -> value.get("name").asText().equals("auc") && value.has("variation"))
                .hasSize(2)
                .allSatisfy(value -> assertThat(value.get("value").asDouble()).isBetween(0.85, 0.92));
        assertThat(run.path().resolve("report.html")).content().contains("Variations");
    }

    @Test
    @DisplayName("keeps more of the softest signal when momenta are flattened, and lets more background pass")
    void reweighting() throws IOException {
        RunFiles reweighted = RunFiles.of(
                work,
                EXAMPLES.resolve("softmuon-reweighting.conf"),
                "dataset.events=40000",
                "trainer.epochs=15",
                "trainer.batch-size=256",
                "models.signal-to-background=null",
                "models.background-to-signal=null");

        assertThat(softestSignal(reweighted, "flatten")).isGreaterThan(softestSignal(reweighted, "nominal") + 0.05);
        assertThat(background(reweighted, "flatten")).isGreaterThan(background(reweighted, "nominal"));
    }

    @Test
    @DisplayName("scores ntuples: one score a muon, in their order")
    void scoresNtuples() throws SQLException {
        Path ntuple = generated("ntuple.root", "7");
        Path same = generated("ntuple.parquet", "7");
        Path scores = work.resolve("scores.parquet");

        succeed("predict", run.path().toString(), ntuple.toString(), "-o", scores.toString());

        assertThat(Table.query("select event from %s", scores)).isEqualTo(Table.query("select event from %s", same));
        // Signal scores above background in nearly nine of ten pairs: the area under the ROC curve.
        List<List<Object>> pairs = Table.query(
                "with muons as (select score, label from %s join %s using (event))"
                        + " select avg(case when s.score > b.score then 1.0 else 0.0 end) from muons s, muons b"
                        + " where s.label = 1 and b.label = 0",
                scores, same);
        assertThat(((Number) pairs.get(0).get(0)).doubleValue()).isBetween(0.84, 0.92);
    }

    @Test
    @DisplayName("trains on ntuples as it does on the simulation that filled them")
    void trainsOnNtuples() throws IOException {
        Path ntuple = generated("softmu.root", "1");
        RunFiles onFiles = RunFiles.of(
                work,
                EXAMPLES.resolve("softmuon-files.conf"),
                "dataset.files=[\"" + ntuple + "\"]",
                "trainer.epochs=1",
                "metrics=[roc]");
        RunFiles simulated = RunFiles.of(
                work,
                EXAMPLES.resolve("softmuon.conf"),
                "dataset.events=4000",
                "trainer.epochs=1",
                "variations=null",
                "metrics=[roc]");

        assertThat(onFiles.metrics()).isEqualTo(simulated.metrics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmuon", "softmuon-run3", "softmuon-alternatives", "softmuon-reweighting"})
    @DisplayName("hands its presets out as files that stand on their own")
    void presets(String preset) throws IOException {
        Path copy = work.resolve(preset + ".conf");

        succeed("init", preset, "--output", copy.toString());

        assertThat(Files.readAllLines(copy)).noneMatch(line -> line.startsWith("include"));
        assertThat(succeed("check", copy.toString()).err()).doesNotContain("WARN");
    }

    /** Efficiency for signal from 4 to 5 GeV, with as much signal in all as TIGHT keeps. */
    private static double softestSignal(RunFiles of, String model) {
        return value(
                of,
                "efficiency",
                model,
                entry -> entry.path("bin").asText().equals("4 to 5")
                        && entry.path("class").asText().equals("signal"));
    }

    private static double background(RunFiles of, String model) {
        return value(of, "background-efficiency", model, entry -> entry.path("sample")
                .asText()
                .equals("validation"));
    }

    private static double value(RunFiles of, String name, String model, Predicate<JsonNode> which) {
        return of.metrics().stream()
                .filter(entry -> entry.get("name").asText().equals(name)
                        && entry.get("model").asText().equals(model)
                        && entry.path("point").asText().equals("tight")
                        && which.test(entry))
                .mapToDouble(entry -> entry.get("value").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static Path generated(String name, String seed) {
        Path file = work.resolve(name);
        succeed("generate", "softmuon-simulation", "-n", "4000", "--seed", seed, "-o", file.toString());
        return file;
    }

    private static Framework.Outcome succeed(String... arguments) {
        Framework.Outcome outcome = Framework.built(work).run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    /** A value at the cut that keeps as much signal as TIGHT, for all muons of the test sample. */
    private static double point(String name) {
        return run.metrics().stream()
                .filter(value -> value.get("name").asText().equals(name)
                        && value.get("sample").asText().equals("test")
                        && value.path("point").asText().equals("tight")
                        && !value.has("bin")
                        && !value.has("variation"))
                .mapToDouble((JsonNode value) -> value.get("value").asDouble())
                .findFirst()
                .orElseThrow();
    }
}
