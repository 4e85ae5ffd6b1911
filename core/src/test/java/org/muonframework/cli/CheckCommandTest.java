package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says of the data, and the same in a run and for its predictions. */
class CheckCommandTest {

    private static final String COPY_OF_X = "dataset { derive { copy = \"x + 0\" } }\nfeatures = [x, y, copy]\n";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
    }

    @Test
    void goodDataAreReadAndFoundGood() {
        Desk.Ended ended = desk.framework("check", desk.writeAnalysis("").toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("reading data");
        assertThat(ended.out())
                .contains("memory     about 0.0 MiB of ")
                .contains("data       800 selected rows, nothing wrong was found");
    }

    @Test
    void variationsAreReadTooAndWhatIsWrongWithOneIsAnError() {
        desk.writeEvents("up.csv", 400, 0.8, 1);
        String up = "variations.up.dataset.samples.signal.files = [\"%s\"]\n".formatted(folder.resolve("up.csv"));

        Desk.Ended ended = desk.framework("check", desk.writeAnalysis(up).toString());
        Desk.Ended empty = desk.framework(
                "check",
                desk.writeAnalysis(up + "variations.up.dataset.selection = \"x > 100\"\n")
                        .toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsSubsequence("variation  up: files", "data       800", "variation  up: ", " rows to be judged");
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.err()).contains("variation 'up'", "'x > 100' leaves none of 800 rows");
    }

    @Test
    void allVariationsAreReadEvenIfOneIsBad() {
        String two = """
                variations.a.dataset.selection = "x > 100"
                variations.b.dataset.selection = "x > 200"
                variations.c.dataset {}
                """;

        Desk.Ended ended = desk.framework("check", desk.writeAnalysis(two).toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("variation 'a': the selection 'x > 100'", "variation 'b': the selection");
        assertThat(ended.out()).contains("variation  c: ", " rows to be judged");
    }

    @Test
    void faultsAreToldTheMostSevereFirstWithAnExampleAndWhatToDo() throws IOException {
        Path file =
                desk.writeAnalysis(COPY_OF_X.replace("x, y", "x, y, leak").replace("{ copy", "{ leak = \"w\", copy"));
        Path signal = folder.resolve("signal.csv");
        Files.writeString(
                signal, Files.readString(signal).replace(",1.5\n", ",0.5\n").replace("1,3,", "1,2,"));

        Desk.Ended ended = desk.framework("check", file.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsSubsequence(
                        "data       800 selected rows, found: 3",
                        "problem    leak: alone tells background from signal",
                        "warning    x, copy: are equal in all 800 rows",
                        "Keep one of them",
                        "warning    run, event: 800 rows hold 799 different events",
                        "first in " + signal + ": row 3");
    }

    @Test
    void withoutDataOnlyTheSchemaIsLookedAt() {
        Desk.Ended ended = desk.framework(
                "check", "--no-data", desk.writeAnalysis(COPY_OF_X).toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("no rows were read").doesNotContain("are equal");
    }

    @Test
    void whatARunWouldRefuseIsRefusedWithTheFindingsBeforeIt() throws IOException {
        Path file = desk.writeAnalysis(COPY_OF_X);
        Path signal = folder.resolve("signal.csv");
        Files.writeString(signal, Files.readString(signal).replaceFirst("\n1,1,[^,]*,", "\n1,1,NaN,"));

        Desk.Ended ended = desk.framework("check", file.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("x: 1 of 800 values");
        assertThat(ended.err()).contains("feature 'x' is missing");
    }

    @Test
    void aLimitOfMemoryIsComparedWithTheEstimateAndStopsTheReading() {
        Path file = desk.writeAnalysis("memory-limit = 4 kB\n");

        Desk.Ended ended = desk.framework("check", file.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("That is too much. Select fewer rows");
        assertThat(ended.err()).contains("memory-limit", "analysis.conf:");
    }

    @Test
    void aLimitThatIsNoSizeIsRefused() {
        Desk.Ended ended = desk.framework(
                "check", desk.writeAnalysis("memory-limit = much\n").toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("'memory-limit' must be a size such as '4 GiB'");
    }

    @Test
    void aRunTellsTheSameInItsReportAndPredictTellsOfAnotherUnit() throws IOException {
        Path run = folder.resolve("run");

        Desk.Ended trained =
                desk.framework("run", desk.writeAnalysis(COPY_OF_X).toString(), "--quiet", "--output", run.toString());

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("warning: x, copy: are equal in all 800 rows");
        assertThat(run.resolve("report.html"))
                .content()
                .contains("What was found in the selected rows")
                .contains("are equal in all 800 rows")
                .contains("Keep one of them");
        JsonNode findings = new ObjectMapper()
                .readTree(run.resolve("data-lint.json").toFile())
                .path("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).path("check").asText()).isEqualTo("duplicate-columns");

        Path wrong = desk.write("mev.csv", inMev(folder.resolve("signal.csv")));
        Desk.Ended predicted = desk.framework(
                "predict",
                run.toString(),
                wrong.toString(),
                "-o",
                folder.resolve("scores.csv").toString());

        assertThat(predicted.code()).as(predicted.err()).isZero();
        assertThat(predicted.err())
                .contains("warning: feature 'x' is about 1000 times larger")
                .doesNotContain("'y'");
    }

    private static String inMev(Path events) throws IOException {
        StringBuilder text = new StringBuilder("run,event,x,y\n");
        for (String line : Files.readAllLines(events).subList(1, 400)) {
            String[] cells = line.split(",");
            text.append(cells[0] + "," + cells[1] + "," + 1000 * Double.parseDouble(cells[2]) + "," + cells[3] + "\n");
        }
        return text.toString();
    }
}
