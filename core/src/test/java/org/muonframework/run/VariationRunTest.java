package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.report.Block;
import org.muonframework.report.ReportJson;
import org.muonframework.report.Section;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.compare.Comparer;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricValue;

@DisplayName("A run with variations")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariationRunTest {

    private static final int ROWS = 4000;
    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    private Path folder;
    private RunOutcome outcome;

    @BeforeAll
    void runOnce(@TempDir Path temporary) throws IOException {
        folder = temporary;
        write("nominal.csv", 1, 0, 1.5);
        write("same.csv", 2, 100_000, 1.5);
        write("shifted.csv", 3, 200_000, 0.8);
        outcome = run("whole", "");
    }

    /** Muons whose quality tells a signal by its shift, with event numbers from a first one on. */
    private void write(String name, long seed, int firstEvent, double shift) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("event,pt,quality,y,w\n");
        for (int row = 0; row < ROWS; row++) {
            int label = random.nextInt(2);
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.4f,%.4f,%d,%.4f%n",
                    firstEvent + row,
                    4 - 8 * Math.log(1 - random.nextDouble()),
                    shift * label + random.nextGaussian(),
                    label,
                    random.nextDouble(0.5, 1.5)));
        }
        Files.writeString(folder.resolve(name), text);
    }

    private Execution execution(String run, String more, RunListener listener, Cancellation cancellation)
            throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                seed = 5
                dataset { type = files, files = ["%1$s/nominal.csv"], selection = "pt > 5" }
                label = y, classes = [background, signal], features = [quality, pt]
                split { by = [event] }
                weights.expression = w
                model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 10, max-depth = 2 }
                metrics = [
                  roc, accuracy, permutation-importance, learning-curves, feature-distributions
                  { type = working-point, points { tight { efficiency = 0.7 } } }
                  { type = efficiency, points { tight { efficiency = 0.7 } }, variables { pt { bins = 4 } } }
                ]
                variations {
                  same { dataset { files = ["%1$s/same.csv"] } }
                  shifted { dataset { files = ["%1$s/shifted.csv"] } }
                }
                """.formatted(folder) + more);
        RunOptions options = new RunOptions(1, Path.of(""));
        AnalysisPlan plan = new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "varied");
        RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve(run)));
        Files.copy(file, directory.configuration(), StandardCopyOption.REPLACE_EXISTING);
        return new Execution(
                new Assembler().assemble(plan, options),
                options,
                directory,
                listener,
                cancellation,
                Manifest.begin(plan, options, REGISTRY));
    }

    private RunOutcome run(String run, String more) throws IOException {
        return execution(run, more, new Silence(), new Cancellation()).run();
    }

    private static MetricValue value(RunOutcome outcome, String name, String variation) {
        return outcome.values().stream()
                .map(ModelMetric::value)
                .filter(value -> value.name().equals(name)
                        && value.sample() == outcome.evaluated()
                        && value.keys().getOrDefault("variation", "nominal").equals(variation)
                        && !value.keys().containsKey("fold"))
                .findFirst()
                .orElseThrow();
    }

    private static double pull(MetricValue nominal, MetricValue varied) {
        return (varied.value() - nominal.value())
                / Math.hypot((varied.high() - varied.low()) / 2, (nominal.high() - nominal.low()) / 2);
    }

    @Test
    @DisplayName("finds no difference where there is none, and one of the right sign where the sample is another")
    void differences() throws IOException {
        assertThat(outcome.complete()).isTrue();
        for (String name : List.of("auc", "accuracy", "signal-efficiency", "background-efficiency", "purity")) {
            MetricValue nominal = value(outcome, name, "nominal");
            assertThat(pull(nominal, value(outcome, name, "same"))).as(name).isBetween(-2.5, 2.5);
        }
        for (String name : List.of("auc", "accuracy", "signal-efficiency")) {
            MetricValue nominal = value(outcome, name, "nominal");
            assertThat(pull(nominal, value(outcome, name, "shifted"))).as(name).isLessThan(-4);
        }
    }

    @Test
    @DisplayName("leaves the thresholds of working points and the bins where they are on the nominal sample")
    void thresholdsAreNominal() throws IOException {
        double threshold = value(outcome, "threshold", "nominal").value();
        assertThat(value(outcome, "threshold", "same").value()).isEqualTo(threshold);
        assertThat(value(outcome, "threshold", "shifted").value()).isEqualTo(threshold);
        assertThat(value(outcome, "signal-efficiency", "shifted").value()).isLessThan(0.6);
        assertThat(bins(outcome, "same")).isNotEmpty().isEqualTo(bins(outcome, "nominal"));
    }

    private static List<String> bins(RunOutcome outcome, String variation) {
        return outcome.values().stream()
                .map(ModelMetric::value)
                .filter(value -> value.name().equals("efficiency"))
                .filter(value ->
                        value.keys().getOrDefault("variation", "nominal").equals(variation))
                .map(value -> value.keys().get("bin"))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("computes no metric again that is of the rows alone, of the training, or slow")
    void metrics() throws IOException {
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().keys().containsKey("variation"))
                .extracting(ModelMetric::metric)
                .containsOnly("roc", "accuracy", "working-point", "efficiency");
        assertThat(outcome.headline())
                .isNotEmpty()
                .noneMatch(metric -> metric.value().keys().containsKey("variation"));
    }

    @Test
    @DisplayName("has a chapter with values, differences and figures with ratios")
    void chapter() throws IOException {
        ReportJson.Styled report = ReportJson.read(outcome.directory().reportData());
        assertThat(report.report().sections())
                .extracting(Section::id)
                .containsSubsequence("performance", "physics", "variations", "provenance");
        List<Figure> figures = report.report().sections().stream()
                .filter(section -> section.id().equals("variations"))
                .flatMap(section -> section.pictures().stream())
                .map(Block.Picture::figure)
                .toList();
        assertThat(figures)
                .extracting(Figure::name)
                .contains("roc-curve", "efficiency-pt-tight-background", "efficiency-pt-tight-signal");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(labels(figure.marks())).startsWith("nominal", "same", "shifted");
            assertThat(labels(figure.ratio().orElseThrow().marks())).containsExactly("same", "shifted", "");
        });
        assertThat(outcome.directory().report())
                .content()
                .contains("largest difference", "(shifted)", "variation minus the nominal one");
    }

    private static List<String> labels(List<Mark> marks) {
        return marks.stream().map(Mark::label).toList();
    }

    @Test
    @DisplayName("leaves values with the name of their variation, hashes of its files and row counts")
    void files() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(outcome.directory().manifest().toFile());
        JsonNode same = manifest.path("variations").path("same");
        assertThat(same.path("inputs").fields().next().getValue().asText())
                .isEqualTo(FileHashes.sha256(folder.resolve("same.csv")));
        assertThat(same.path("rows").findValuesAsText("step")).containsExactly("read", "selection", "missing", "test");
        assertThat(same.path("rows").get(0).path("rows").asInt()).isEqualTo(ROWS);
        assertThat(same.path("rows").get(3).path("rows").asInt()).isBetween(ROWS / 10, ROWS / 4);
        assertThat(manifest.path("inputs").size()).isEqualTo(1);
        JsonNode values = json.readTree(outcome.directory().metrics().toFile()).path("metrics");
        assertThat(Set.copyOf(values.findValuesAsText("variation"))).containsExactlyInAnyOrder("same", "shifted");
        assertThat(values.findValuesAsText("variation")).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("does nothing to the nominal numbers, which alone are compared with another run")
    void compared() throws IOException {
        RunOutcome alone = run("nominal", "variations = null\n");

        assertThat(Comparer.compare(List.of(folder.resolve("whole"), folder.resolve("nominal")), List.of())
                        .values()
                        .rows())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.label()).doesNotContain("variation");
                    assertThat(row.values()).doesNotContain(Optional.empty());
                });
        assertThat(withoutTimes(alone.values()))
                .isEqualTo(withoutTimes(outcome.values()).stream()
                        .filter(metric -> !metric.value().keys().containsKey("variation"))
                        .toList());
    }

    @Test
    @DisplayName("gives the same numbers again after an interruption")
    void resumed() throws IOException {
        Cancellation cancellation = new Cancellation();
        RunListener stopping = onStage("reading the variation shifted", cancellation::request);

        assertThatThrownBy(() ->
                        execution("interrupted", "", stopping, cancellation).run())
                .isInstanceOf(RunCancelledException.class);
        RunOutcome resumed = run("interrupted", "");

        assertThat(withoutTimes(resumed.values())).isEqualTo(withoutTimes(outcome.values()));
    }

    private static RunListener onStage(String awaited, Runnable work) {
        return new RunListener() {
            @Override
            public void stage(String name) {
                if (name.equals(awaited)) {
                    work.run();
                }
            }

            @Override
            public void progress(long done, long total, String message) {
                // Nobody looks.
            }

            @Override
            public void warning(String message) {
                // Nobody looks.
            }
        };
    }

    private static void replaceByNothing(Path directory) {
        try {
            Files.move(directory, directory.resolveSibling("gone"));
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ModelMetric> withoutTimes(List<ModelMetric> values) {
        return values.stream()
                .filter(metric -> !metric.metric().equals("training"))
                .toList();
    }

    @Test
    @DisplayName("judges all rows in folds, each by the model of its fold")
    void folds() throws IOException {
        RunOutcome found = run("folds", "folds = 3\n");

        JsonNode manifest =
                new ObjectMapper().readTree(found.directory().manifest().toFile());
        JsonNode rows = manifest.path("variations").path("same").path("rows");
        assertThat(rows.get(3).path("rows")).isEqualTo(rows.get(1).path("rows"));
        assertThat(pull(value(found, "auc", "nominal"), value(found, "auc", "same")))
                .isBetween(-2.5, 2.5);
        assertThat(pull(value(found, "auc", "nominal"), value(found, "auc", "shifted")))
                .isLessThan(-8);
    }

    @Test
    @DisplayName("goes on where a variation cannot be read, and says which")
    void unreadable() throws IOException {
        RunOutcome found = run("unreadable", "variations.same.dataset.selection = \"pt > 1e6\"\n");

        assertThat(found.failures())
                .singleElement()
                .asString()
                .contains("variation 'same' was not judged: the selection", "leaves none of 4000 rows");
        assertThat(value(found, "auc", "shifted").value()).isGreaterThan(0.5);
        assertThat(found.directory().report()).content().contains("was not judged");
    }

    @Test
    @DisplayName("goes on where one model fails, and says which and on what")
    void failingModel() throws IOException {
        Path model = folder.resolve("failing/model/first");
        RunListener breaking = onStage("judging first on the variation same", () -> replaceByNothing(model));

        RunOutcome found = execution("failing", "models { first {}, second {} }\n", breaking, new Cancellation())
                .run();

        assertThat(found.failures())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("variation 'same', model 'first' was not judged: ");
        assertThat(found.values())
                .filteredOn(metric ->
                        metric.value().keys().getOrDefault("variation", "").equals("same"))
                .extracting(ModelMetric::model)
                .containsOnly("second");
    }

    @Test
    @DisplayName("says so where the judged rows are those that the training was stopped by")
    void withoutTestPart() throws IOException {
        RunOutcome found = run("no-test", "split { train = 0.7, validation = 0.3 }\n");

        assertThat(found.directory().report())
                .content()
                .contains("whose events chose the best step of the training")
                .doesNotContain("events that no model has seen");
    }

    @Test
    @DisplayName("explains values that do not exist")
    void oneClass() throws IOException {
        RunOutcome found = run("one-class", "variations.same.dataset.selection = \"y == 1\"\n");

        assertThat(value(found, "auc", "same"))
                .satisfies(value -> assertThat(value.value()).isNaN())
                .extracting(value -> value.keys().get("note"))
                .asString()
                .isNotBlank();
        assertThat(found.directory().report()).content().contains("variation same, ");
    }
}
