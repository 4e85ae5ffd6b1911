package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
    }

    @Test
    void aRunLeavesEverythingThatIsPromisedInItsDirectory() throws IOException {
        Path file = desk.writeAnalysis("");
        Path run = folder.resolve("run");

        Desk.Ended ended = desk.framework("run", file.toString(), "--output", run.toString());

        assertThat(ended.err()).doesNotContain("Exception");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("auc")
                .contains(run.resolve("report.html").toString());
        assertThat(run).isDirectoryContaining(path -> path.endsWith("analysis.conf"));
        for (String name : List.of(
                "analysis.conf",
                "manifest.json",
                "metrics.json",
                "predictions.parquet",
                "report.html",
                "run.log",
                "model",
                "figures",
                "checkpoint")) {
            assertThat(run.resolve(name)).exists();
        }
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .as("half-written files")
                    .isEmpty();
        }
    }

    @Test
    void theManifestTellsSeedVersionsRowsAndHashes() throws IOException {
        Path run = run(desk.writeAnalysis(""), "run");

        JsonNode manifest = JSON.readTree(run.resolve("manifest.json").toFile());

        assertThat(manifest.get("status").asText()).isEqualTo("complete");
        assertThat(manifest.get("seed").asLong()).isEqualTo(3);
        assertThat(manifest.get("inputs")).hasSize(2).allSatisfy(hash -> assertThat(hash.asText())
                .hasSize(64));
        assertThat(manifest.get("rows").get(0).get("rows").asLong()).isEqualTo(800);
        assertThat(manifest.get("versions").has("java")).isTrue();
    }

    @Test
    void itSaysHowLongEachStageTook() throws IOException {
        Path run = folder.resolve("timed");

        Desk.Ended ended =
                desk.framework("run", desk.writeAnalysis("").toString(), "--output", run.toString(), "--quiet");

        JsonNode manifest = JSON.readTree(run.resolve("manifest.json").toFile());
        List<String> stages = new ArrayList<>();
        manifest.get("stages").fieldNames().forEachRemaining(stages::add);
        assertThat(stages)
                .containsExactly(
                        "reading data",
                        "training boosted-trees",
                        "predicting with boosted-trees",
                        "evaluating boosted-trees",
                        "writing predictions",
                        "drawing figures and report");
        double sum = 0;
        for (JsonNode seconds : manifest.get("stages")) {
            sum += seconds.asDouble();
        }
        assertThat(sum).isPositive().isLessThanOrEqualTo(manifest.get("seconds").asDouble() + 0.1);
        assertThat(ended.out()).containsPattern("time: \\d+\\.\\d s: .*drawing figures and report \\d+\\.\\d s");
        assertThat(run.resolve("run.log")).content().contains("reading data took");
        assertThat(run.resolve("report.html")).content().contains("duration of reading data");
    }

    @Test
    void theSameSeedGivesTheSameNumbersWithAnyNumberOfThreads() throws IOException {
        Path file = desk.writeAnalysis("");

        Path one = run(file, "one", "--threads", "1");
        Path two = run(file, "two", "--threads", "2");

        assertThat(metricsWithoutTiming(two)).isEqualTo(metricsWithoutTiming(one));
        assertThat(JSON.readTree(two.resolve("manifest.json").toFile()).get("rows"))
                .isEqualTo(JSON.readTree(one.resolve("manifest.json").toFile()).get("rows"));
    }

    @Test
    void theResolvedConfigurationGivesTheSameNumbersAgain() throws IOException {
        Path first = run(desk.writeAnalysis(""), "first");

        Path second = run(first.resolve("analysis.conf"), "second");

        assertThat(metricsWithoutTiming(second)).isEqualTo(metricsWithoutTiming(first));
        assertThat(second.resolve("analysis.conf")).hasSameTextualContentAs(first.resolve("analysis.conf"));
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        Path file = desk.writeAnalysis("");

        assertThat(metricsWithoutTiming(run(file, "one")))
                .isNotEqualTo(metricsWithoutTiming(run(file, "two", "--seed", "4")));
    }

    @Test
    void severalModelsAreTrainedOnTheSameRowsAndCompared() throws IOException {
        Path file = desk.writeAnalysis("""
                model = null
                """);
        Path several = desk.write(
                "several.conf",
                Files.readString(file)
                        .replace("model = null", "")
                        .replace(
                                "model { type = boosted-trees }",
                                "models {\n"
                                        + "  with-x { model { type = boosted-trees } }\n"
                                        + "  without-x { features = [y], model { type = boosted-trees } }\n"
                                        + "  left-out = null\n}"));

        Path run = run(several, "run");

        JsonNode metrics = JSON.readTree(run.resolve("metrics.json").toFile()).get("metrics");
        assertThat(auc(metrics, "with-x")).isGreaterThan(0.85);
        assertThat(auc(metrics, "without-x")).isBetween(0.4, 0.6);
        assertThat(run.resolve("model/with-x")).isDirectory();
        assertThat(run.resolve("model/without-x")).isDirectory();
        assertThat(run.resolve("model/left-out")).doesNotExist();
    }

    @Test
    void regressionReportsBiasAndResolutionInTheTargetsUnits() throws IOException {
        Path file = desk.writeAnalysis("");
        Path regression = desk.write(
                "regression.conf",
                Files.readString(file).replace("metrics = [roc, accuracy, learning-curves, score-distribution]", "")
                        + "targets = [t]\nmetrics = [residuals]\ntrainer { rounds = 100 }\n");

        JsonNode metrics = JSON.readTree(
                        run(regression, "run").resolve("metrics.json").toFile())
                .get("metrics");

        assertThat(metrics).anySatisfy(metric -> {
            assertThat(metric.get("name").asText()).isEqualTo("r2");
            assertThat(metric.get("sample").asText()).isEqualTo("test");
            assertThat(metric.get("value").asDouble()).isGreaterThan(0.8);
        });
    }

    @Test
    void aRunNeverOverwrites() {
        Path file = desk.writeAnalysis("");
        desk.write("taken/note.txt", "mine");

        Desk.Ended ended = desk.framework(
                "run", file.toString(), "--output", folder.resolve("taken").toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is not empty");
        assertThat(folder.resolve("taken/note.txt")).hasContent("mine");
    }

    private Path run(Path file, String name, String... more) {
        Path run = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("run", file.toString(), "--quiet", "--output", run.toString()));
        arguments.addAll(List.of(more));
        Desk.Ended ended = desk.framework(arguments.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        return run;
    }

    private static double auc(JsonNode metrics, String model) {
        for (JsonNode metric : metrics) {
            if (metric.get("name").asText().equals("auc")
                    && metric.get("model").asText().equals(model)
                    && metric.get("sample").asText().equals("test")) {
                return metric.get("value").asDouble();
            }
        }
        throw new AssertionError("no AUC of " + model + " in " + metrics);
    }

    private static List<JsonNode> metricsWithoutTiming(Path run) throws IOException {
        List<JsonNode> metrics = new ArrayList<>();
        JSON.readTree(run.resolve("metrics.json").toFile()).get("metrics").forEach(metrics::add);
        metrics.removeIf(
                metric -> metric.get("name").asText().matches("training-seconds|scoring-latency|.*-rows-per-second"));
        assertThat(metrics).isNotEmpty();
        return metrics;
    }
}
