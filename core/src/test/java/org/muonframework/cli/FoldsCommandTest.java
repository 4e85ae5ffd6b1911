package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;

@DisplayName("An analysis with folds")
class FoldsCommandTest {

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Path analysis;
    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        desk = new Desk(folder);
        String text = Files.readString(desk.writeAnalysis(""))
                .replace("split { by = [run, event], train = 0.5, validation = 0.25 }", "split { by = [run, event] }");
        analysis = desk.write("folds.conf", text + "folds = 3, trainer.rounds = 5\n");
        run = run(analysis, "run", "--threads", "1");
    }

    private static Path run(Path file, String name, String... more) {
        Path run = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("run", file.toString(), "--quiet", "--output", run.toString()));
        arguments.addAll(List.of(more));
        assertEnds(0, desk.framework(arguments.toArray(String[]::new)));
        return run;
    }

    private static void assertEnds(int code, Desk.Ended ended, String... words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err()).doesNotContain("Exception");
        for (String word : words) {
            assertThat(ended.err()).contains(word);
        }
    }

    private static Map<String, List<Object>> read(Path file) {
        return Tables.read(Formats.open(InputFile.of(file), Tables.OPTIONS));
    }

    /** Score by event. */
    private static Map<Object, Object> scores(Path file) {
        Map<String, List<Object>> table = read(file);
        Map<Object, Object> scores = new TreeMap<>();
        for (int row = 0; row < table.get("event").size(); row++) {
            scores.put(table.get("event").get(row), table.get("score").get(row));
        }
        return scores;
    }

    @Test
    @DisplayName("gives the same numbers with any number of threads, and from its resolved configuration")
    void reproducible() throws IOException {
        Path two = run(analysis, "two", "--threads", "2");
        Path again = run(run.resolve("analysis.conf"), "again");

        assertThat(read(two.resolve("predictions.parquet"))).isEqualTo(read(run.resolve("predictions.parquet")));
        assertThat(read(again.resolve("predictions.parquet"))).isEqualTo(read(run.resolve("predictions.parquet")));
        JsonNode metrics = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .get("metrics");
        assertThat(metrics).anySatisfy(metric -> {
            assertThat(metric.get("name").asText()).isEqualTo("auc");
            assertThat(metric.path("fold").asText()).isEqualTo("2");
        });
        assertThat(metrics).anySatisfy(metric -> {
            assertThat(metric.get("name").asText()).isEqualTo("auc");
            assertThat(metric.get("sample").asText()).isEqualTo("test");
            assertThat(metric.has("fold")).isFalse();
            assertThat(metric.get("value").asDouble()).isGreaterThan(0.85);
        });
        assertThat(run.resolve("report.html")).content().contains("Each fold alone", "3 folds: ", "fold 2, training");
        assertThat(run.resolve("manifest.json")).content().contains("\"fold 2\"", "\"event-keys\"", "\"effective\"");
    }

    @Test
    @DisplayName("scores its own files again by the model of each event's fold")
    void predictsItsOwnFiles() {
        Path output = folder.resolve("scores-1.parquet");

        assertEnds(
                0,
                desk.framework(
                        "predict",
                        run.toString(),
                        folder.resolve("background.csv").toString(),
                        folder.resolve("signal.csv").toString(),
                        "--check-keys",
                        "-o",
                        output.toString()));

        Map<String, List<Object>> scores = read(output);
        Map<String, List<Object>> predictions = read(run.resolve("predictions.parquet"));
        assertThat(scores).containsOnlyKeys("run", "event", "fold", "score");
        assertThat(scores.get("event")).isEqualTo(predictions.get("event"));
        assertThat(scores.get("fold")).isEqualTo(predictions.get("fold"));
        assertThat(scores.get("score")).isEqualTo(predictions.get("score"));
    }

    @Test
    @DisplayName("refuses to score by one model the events that it has seen, or leaves them without a score")
    void oneFold() {
        String input = folder.resolve("signal.csv").toString();
        Path output = folder.resolve("scores-2.parquet");

        assertEnds(
                2,
                desk.framework("predict", run.toString(), input, "--fold", "1", "-o", output.toString()),
                "of 400 rows belong to events that the model of fold 1 was trained or validated on",
                "--seen nan",
                "leave '--fold' out");
        assertThat(output).doesNotExist();

        assertEnds(
                0,
                desk.framework(
                        "predict", run.toString(), input, "--fold", "1", "--seen", "nan", "-o", output.toString()));
        Map<Object, Object> all = scores(run.resolve("predictions.parquet"));
        Map<String, List<Object>> predictions = read(run.resolve("predictions.parquet"));
        Map<Object, Object> ofFold = scores(output);
        assertThat(ofFold).hasSize(400);
        ofFold.forEach((event, score) -> {
            Object fold = predictions.get("fold").get(predictions.get("event").indexOf(event));
            assertThat(score).isEqualTo(fold.equals(1L) ? all.get(event) : (Object) Float.NaN);
        });
    }

    @Test
    @DisplayName("scores new events by the model that was asked for, keys or not")
    void newEvents() {
        Path input = desk.write("new.csv", "x,y\n1.5,0.5\n-1.5,0\n");
        Path output = folder.resolve("scores-3.csv");

        assertEnds(
                3,
                desk.framework("predict", run.toString(), input.toString(), "-o", output.toString()),
                "new.csv: there is no column 'run', which identifies an event together with [run, event]",
                "--fold N");
        assertEnds(
                2,
                desk.framework("predict", run.toString(), input.toString(), "--fold", "3", "-o", output.toString()),
                "there is no fold 3: this run has folds 0 to 2");
        assertThat(output).doesNotExist();
        assertEnds(
                0, desk.framework("predict", run.toString(), input.toString(), "--fold", "2", "-o", output.toString()));
        assertThat(output).content().startsWith("fold,score\n2,");
    }

    @Test
    @DisplayName("does not take another kind of key for the same event")
    void keysOfAnotherKind() {
        Path input = desk.write("other.csv", "run,event,x,y\n1,1.5,1.5,0.5\n");

        assertEnds(
                3,
                desk.framework(
                        "predict",
                        run.toString(),
                        input.toString(),
                        "-o",
                        folder.resolve("scores-4.csv").toString()),
                "'event'",
                "the kind 'number'",
                "the kind 'integer'");
    }

    @Test
    @DisplayName("has no fractions beside the folds, and folds enough")
    void contradictions() {
        Path both = desk.write("both.conf", "include \"folds.conf\"\nsplit.train = 0.5\n");

        assertEnds(
                2,
                desk.framework("check", both.toString()),
                "both.conf:2: 'split.train' has no meaning beside 'folds'");
        assertEnds(
                2,
                desk.framework("check", analysis.toString(), "--set", "folds=2"),
                "--set folds=2: 'folds' is 2",
                "at least 3");
    }
}
