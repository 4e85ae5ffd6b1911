package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.report.Block;
import org.muonframework.report.Report;
import org.muonframework.report.ReportJson;
import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.AucDifference;

@DisplayName("framework compare")
class CompareCommandTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @TempDir
    private static Path folder;

    private static Desk desk;
    /** Two models, with-x and without-x. */
    private static Path two;
    /** The same rows in another order, and another model. */
    private static Path shallow;
    /** Another split. */
    private static Path other;
    /** No test part and other classes. */
    private static Path foreign;

    @BeforeAll
    static void train() throws IOException {
        desk = new Desk(folder);
        two = run("two", desk.writeTwoModels(""));
        other = run("other", desk.writeAnalysis("split { train = 0.4, validation = 0.3 }\n"));
        Path analysis = desk.writeAnalysis("trainer { max-depth = 1, rounds = 5 }\n");
        foreign = run(
                "foreign",
                desk.write(
                        "foreign.conf",
                        Files.readString(analysis)
                                .replace("signal {", "muon {")
                                .replace("validation = 0.25", "validation = 0.5")));
        for (String name : List.of("signal.csv", "background.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(name)));
            Collections.reverse(lines.subList(1, lines.size()));
            Files.write(folder.resolve(name), lines);
        }
        shallow = run("shallow", analysis);
    }

    private static Path run(String name, Path file) {
        Path run = folder.resolve("runs").resolve(name);
        Desk.Ended ended = desk.framework("run", file.toString(), "--quiet", "--output", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return run;
    }

    private static Desk.Ended compare(Path output, String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare", "--output", output.toString()));
        all.addAll(List.of(arguments));
        return desk.framework(all.toArray(String[]::new));
    }

    private static JsonNode compared(Path output, String... arguments) throws IOException {
        Desk.Ended ended = compare(output, arguments);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return new ObjectMapper().readTree(output.resolve("comparison.json").toFile());
    }

    /** Score of the test rows by event. */
    private static Map<Object, List<Object>> test(Path run, String score) {
        Map<String, List<Object>> table =
                Tables.read(Formats.open(InputFile.of(run.resolve("predictions.parquet")), Tables.OPTIONS));
        Map<Object, List<Object>> rows = new TreeMap<>();
        for (int row = 0; row < table.get("event").size(); row++) {
            if (table.get("part").get(row).equals("test")) {
                rows.put(
                        table.get("event").get(row),
                        List.of(table.get("label").get(row), table.get(score).get(row)));
            }
        }
        return rows;
    }

    @Test
    @DisplayName("leaves page, figures, report and values, and says the most important on standard output")
    void everything(@TempDir Path fresh) {
        Path output = fresh.resolve("comparison");

        Desk.Ended ended = compare(output, two.toString(), shallow.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        for (String name : List.of("compare.html", "report.json", "comparison.json", "figures/roc-curve.svg")) {
            assertThat(output.resolve(name)).isNotEmptyFile();
        }
        assertThat(ended.out())
                .contains("two: with-x", "two: without-x", "shallow: boosted-trees", "auc", "AUC of signal")
                .contains(output.resolve("compare.html").toString());
        assertThat(ended.out().lines().count()).isLessThan(15);
    }

    @Test
    @DisplayName("pairs the rows of two runs by their event keys, in whatever order they were read")
    void paired(@TempDir Path fresh) throws IOException {
        JsonNode difference = compared(
                        fresh.resolve("c"),
                        two.toString(),
                        shallow.toString(),
                        "--model",
                        "with-x",
                        "--model",
                        "boosted-trees")
                .get("auc-differences")
                .get(0);
        Map<Object, List<Object>> one = test(two, "with-x_score");
        Map<Object, List<Object>> another = test(shallow, "score");
        assertThat(List.copyOf(another.keySet())).isEqualTo(List.copyOf(one.keySet()));
        int n = one.size();
        boolean[] signal = new boolean[n];
        double[][] scores = new double[2][n];
        double[] weights = new double[n];
        int row = 0;
        for (Object event : one.keySet()) {
            signal[row] = ((Number) one.get(event).get(0)).intValue() == 1;
            scores[0][row] = ((Number) one.get(event).get(1)).doubleValue();
            scores[1][row] = ((Number) another.get(event).get(1)).doubleValue();
            weights[row++] = 1;
        }
        AucDifference expected = AucDifference.paired(scores[1], scores[0], signal, weights);

        assertThat(difference.get("paired").asBoolean()).isTrue();
        assertThat(difference.get("basis").asText()).isEqualTo("the same " + n + " rows");
        assertThat(difference.get("difference").asDouble()).isEqualTo(expected.difference(), EXACT);
        assertThat(difference.get("error").asDouble())
                .isEqualTo(expected.error(), EXACT)
                .isPositive();
    }

    @Test
    @DisplayName("does not pair different rows, and says how many there are in common")
    void unpaired(@TempDir Path fresh) throws IOException {
        JsonNode difference = compared(fresh.resolve("c"), other.toString(), shallow.toString())
                .get("auc-differences")
                .get(0);
        Map<Object, List<Object>> one = test(shallow, "score");
        Map<Object, List<Object>> another = test(other, "score");
        long common = one.keySet().stream().filter(another::containsKey).count();

        assertThat(common).isPositive().isLessThan(another.size());
        assertThat(difference.get("paired").asBoolean()).isFalse();
        assertThat(difference.get("basis").asText())
                .startsWith("different rows: " + common + " in common of " + one.size() + " and " + another.size());
        assertThat(difference.get("error").asDouble()).isPositive();
    }

    @Test
    @DisplayName("compares a model with that of the same name in the first run")
    void sameNames(@TempDir Path fresh) throws IOException {
        Path again = fresh.resolve("again");
        Files.createDirectory(again);
        for (String name : List.of("analysis.conf", "manifest.json", "metrics.json", "predictions.parquet")) {
            Files.copy(two.resolve(name), again.resolve(name));
        }

        JsonNode differences =
                compared(fresh.resolve("c"), two.toString(), again.toString()).get("auc-differences");

        assertThat(differences)
                .extracting(one ->
                        one.get("model").asText() + " − " + one.get("against").asText())
                .containsExactly(
                        "two: without-x − two: with-x",
                        "again: with-x − two: with-x",
                        "again: without-x − two: without-x");
        assertThat(differences.get(1).get("difference").asDouble()).isZero();
        assertThat(differences.get(2).get("error").asDouble()).isZero();
        assertThat(differences).allMatch(one -> one.get("paired").asBoolean());
    }

    @Test
    @DisplayName("says of two models of one run what the run itself said")
    void oneRun(@TempDir Path fresh) throws IOException {
        compared(fresh.resolve("c"), two.toString());
        Report own = ReportJson.read(two.resolve("report.json")).report();
        Report here = ReportJson.read(fresh.resolve("c/report.json")).report();

        assertThat(table(here, "Differences of AUC")).isEqualTo(table(own, "Differences of AUC"));
        assertThat(table(here, "Values of whole samples").headers())
                .containsExactly("metric", "sample", "with-x", "without-x", "difference");
    }

    @Test
    @DisplayName("tells each of several classes from the rest, as the run itself does")
    void threeClasses(@TempDir Path fresh) throws IOException {
        Path more = desk.writeEvents("jets.csv", 300, 0.5, 20_001);
        Path three = run(
                "three",
                desk.write(
                        "three.conf",
                        Files.readString(desk.writeTwoModels(""))
                                .replace("samples {", "samples { jet { files = [\"" + more + "\"], label = 2 },")));

        JsonNode differences = compared(fresh.resolve("c"), three.toString()).get("auc-differences");

        assertThat(differences)
                .extracting(one -> one.get("class").asText())
                .containsExactly("background", "signal", "jet");
        assertThat(table(ReportJson.read(fresh.resolve("c/report.json")).report(), "Differences of AUC"))
                .isEqualTo(table(ReportJson.read(three.resolve("report.json")).report(), "Differences of AUC"));
    }

    @Test
    @DisplayName("compares a run in folds, whose rows are all tested, with one that was split")
    void folds(@TempDir Path fresh) throws IOException {
        Path folds = run(
                "folds",
                desk.write(
                        "folds.conf",
                        Files.readString(desk.writeAnalysis("folds = 3, trainer.rounds = 3\n"))
                                .replace(", train = 0.5, validation = 0.25", "")));

        JsonNode difference = compared(fresh.resolve("c"), shallow.toString(), folds.toString())
                .get("auc-differences")
                .get(0);

        assertThat(difference.get("basis").asText())
                .contains("in common of 800 and " + test(shallow, "score").size());
    }

    private static Block.Table table(Report report, String caption) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block ->
                        block instanceof Block.Table table && table.caption().startsWith(caption))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("draws every figure that models share once, with a mark for each")
    void overlays(@TempDir Path fresh) throws IOException {
        compared(fresh.resolve("c"), other.toString(), shallow.toString());
        Report report = ReportJson.read(fresh.resolve("c/report.json")).report();

        assertThat(report.pictures())
                .extracting(Block.Picture::file)
                .contains("roc-curve", "background-rejection")
                .doesNotHaveDuplicates();
        assertThat(report.pictures())
                .filteredOn(picture -> picture.file().equals("roc-curve"))
                .singleElement()
                .satisfies(picture -> assertThat(picture.figure().marks())
                        .extracting(Mark::label)
                        .containsExactly("other", "shallow"));
    }

    @Test
    @DisplayName("lists what differs in configuration and counts, and nothing else")
    void differences(@TempDir Path fresh) throws IOException {
        JsonNode comparison = compared(fresh.resolve("c"), other.toString(), shallow.toString());

        assertThat(comparison.get("configuration").fieldNames())
                .toIterable()
                .containsExactly("split.train", "split.validation", "trainer.max-depth", "trainer.rounds");
        assertThat(comparison.at("/configuration/split.train/other").asText()).isEqualTo("0.4");
        assertThat(comparison.at("/configuration/split.train/shallow").asText()).isEqualTo("0.5");
        assertThat(comparison.get("counts").has("rows after test")).isTrue();
        assertThat(comparison.get("counts").has("rows after read")).isFalse();
    }

    @Test
    @DisplayName("explains runs that judge other parts and other classes")
    void foreign(@TempDir Path fresh) {
        Desk.Ended ended = compare(fresh.resolve("c"), shallow.toString(), foreign.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("different parts", "test (shallow)", "validation (foreign)")
                .contains("different classes", "background, muon (foreign)")
                .contains("their classes differ");
    }

    @Test
    @DisplayName("goes on without the figures and the differences of a run that does not keep them")
    void older(@TempDir Path fresh) throws IOException {
        Path old = fresh.resolve("old");
        Files.createDirectory(old);
        for (String name : List.of("analysis.conf", "manifest.json", "metrics.json")) {
            Files.copy(shallow.resolve(name), old.resolve(name));
        }

        Desk.Ended ended = compare(fresh.resolve("c"), shallow.toString(), old.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("old keeps no report.json", "a run keeps no predictions.parquet");
    }

    @Test
    @DisplayName("names the file that is damaged")
    void damaged(@TempDir Path fresh) throws IOException {
        for (String file : List.of("predictions.parquet", "metrics.json", "report.json", "manifest.json")) {
            Path run = Files.createDirectory(fresh.resolve(file + "-damaged"));
            for (String name :
                    List.of("analysis.conf", "manifest.json", "metrics.json", "predictions.parquet", "report.json")) {
                Files.copy(shallow.resolve(name), run.resolve(name));
            }
            byte[] bytes = Files.readAllBytes(run.resolve(file));
            Files.write(run.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));

            Desk.Ended ended = compare(fresh.resolve("c"), other.toString(), run.toString());

            assertThat(ended.err()).contains(run.resolve(file).toString()).doesNotContain("Exception");
            assertThat(ended.code()).isIn(2, 3);
            assertThat(fresh.resolve("c")).doesNotExist();
        }
    }

    @Test
    @DisplayName("keeps a value without an interval one without an interval")
    void withoutInterval(@TempDir Path fresh) throws IOException {
        JsonNode values = compared(fresh.resolve("c"), other.toString(), shallow.toString())
                .get("values");

        assertThat(values).anySatisfy(value -> {
            assertThat(value.get("quantity").asText()).isEqualTo("training-seconds");
            assertThat(value.at("/values/shallow/low").isNull()).isTrue();
            assertThat(value.at("/values/shallow/unit").asText()).isEqualTo("s");
        });
    }

    @Test
    @DisplayName("says nothing of areas under curves where nothing was trained")
    void measurements(@TempDir Path fresh) {
        Path file = desk.write(
                "measurement.conf", """
                dataset {
                  type = files
                  samples {
                    background { files = ["%s"], label = 0 }
                    signal { files = ["%s"], label = 1 }
                  }
                }
                metrics = [{ type = peak-fit, name = x, variable = x, low = -4, high = 4, bins = 20 }]
                """.formatted(folder.resolve("background.csv"), folder.resolve("signal.csv")));

        Desk.Ended ended = compare(
                fresh.resolve("c"),
                run("one", file).toString(),
                run("again", file).toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("peak-mass").doesNotContain("AUC");
    }

    @Test
    @DisplayName("refuses what cannot be compared, and leaves nothing behind")
    void refusals(@TempDir Path fresh) throws IOException {
        Path output = fresh.resolve("c");
        assertRefused(2, compare(output, shallow.toString()), "there is nothing to compare with");
        assertRefused(2, compare(output, shallow.toString(), shallow + "/."), "is named twice");
        assertRefused(2, compare(output, shallow.toString(), folder.toString()), "is not a run directory");
        assertRefused(
                2, compare(output, two.toString(), shallow.toString(), "--model", "with-y"), "Did you mean 'with-x'");
        assertRefused(
                2, compare(output, two.toString(), shallow.toString(), "--model", "with-x"), "It has boosted-trees");
        assertThat(output).doesNotExist();
        Files.createDirectory(output);
        Files.writeString(output.resolve("note.txt"), "mine");
        assertRefused(2, compare(output, two.toString()), "is not empty");
    }

    private static void assertRefused(int code, Desk.Ended ended, String words) {
        assertThat(ended.err()).contains(words).doesNotContain("Exception");
        assertThat(ended.code()).isEqualTo(code);
    }
}
