package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read for each mistake: one clear message, the documented exit code, and no half-written file. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
    }

    @Test
    void aMissingAnalysisFileIsUsage() {
        assertThat(desk.framework("run", folder.resolve("nothing.conf").toString()))
                .satisfies(ended -> endsWith(ended, 2, "nothing.conf"));
    }

    @Test
    void allProblemsOfAFileAreReportedTogetherWithTheirLines() {
        Path file = desk.writeAnalysis("""
                trainer { max-dept = 4, rounds = many }
                metrcs = []
                """);

        Desk.Ended ended = desk.framework("check", file.toString());

        endsWith(ended, 2, "unknown key 'trainer.max-dept'. Did you mean 'max-depth'?");
        assertThat(ended.err())
                .contains("trainer.rounds")
                .contains("unknown key 'metrcs'. Did you mean 'metrics'?")
                .containsPattern("analysis\\.conf:\\d+: ");
    }

    @Test
    void anUnknownServiceNamesTheNearest() {
        Path file = desk.writeAnalysis("metrics = [rok]\n");

        endsWith(
                desk.framework("check", file.toString()),
                2,
                "analysis.conf:14: unknown metric 'rok'. Did you mean 'roc'?");
    }

    @Test
    void aTrainerSaysWhyItCannotTrainAModel() {
        Path file = desk.writeAnalysis("model { type = mlp }\n");

        endsWith(
                desk.framework("check", file.toString()),
                2,
                "the trainer 'boosted-trees' cannot train the model 'mlp': needs boosted trees, not a model of the family"
                        + " 'neural network'");
    }

    @Test
    void aMissingDataFileIsBadData() {
        Path file = desk.writeAnalysis("");
        delete("signal.csv");

        endsWith(run(file), 3, "signal.csv");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void anEmptyDataFileIsBadData() {
        Path file = desk.writeAnalysis("");
        desk.write("signal.csv", "");

        endsWith(desk.framework("run", file.toString()), 3, "signal.csv");
    }

    @Test
    void aFeatureThatIsNotThereNamesTheNearestColumns() {
        Path file = desk.writeAnalysis("features = [x, yy]\n");

        Desk.Ended ended = desk.framework("check", file.toString());

        endsWith(ended, 2, "'yy'");
        assertThat(ended.err()).contains("'y'");
    }

    @Test
    void aWrongExpressionIsFoundBeforeDataIsRead() {
        Path file = desk.writeAnalysis("dataset.selection = \"x > 1 &&\"\n");

        endsWith(desk.framework("check", file.toString()), 2, "selection");
    }

    @Test
    void textWhereANumberIsDueNamesRowAndColumn() {
        Path file = desk.writeAnalysis("");
        desk.write("signal.csv", read("signal.csv").replaceFirst("\n1,17,[^,]*,", "\n1,17,oops,"));

        Desk.Ended ended = run(file);

        endsWith(ended, 3, "oops");
        assertThat(ended.err()).contains("signal.csv").contains("'x'").contains("18");
    }

    @Test
    void missingValuesNeedAPolicyAndAreCounted() {
        Path file = desk.writeAnalysis("");
        desk.write("signal.csv", read("signal.csv").replaceFirst("\n1,17,[^,]*,", "\n1,17,nan,"));

        Desk.Ended refused = desk.framework(
                "run", file.toString(), "--output", folder.resolve("a").toString());
        Desk.Ended treated = desk.framework(
                "run",
                file.toString(),
                "--output",
                folder.resolve("b").toString(),
                "--set",
                "dataset.missing.policy=median");

        endsWith(refused, 3, "x");
        assertThat(treated.code()).as(treated.err()).isZero();
        assertThat(treated.err()).contains("1 missing values of 'x'");
    }

    @Test
    void aSelectionThatNothingPassesSaysWhatEachConditionLets() {
        Path file = desk.writeAnalysis("dataset.selection = \"x > 100 && y < 1000\"\n");

        Desk.Ended ended = run(file);

        endsWith(ended, 3, "x > 100");
    }

    @Test
    void oneClassOnlyIsBadData() {
        Path file = desk.writeAnalysis("dataset.selection = \"label == 1\"\n");

        endsWith(run(file), 3, "class");
    }

    @Test
    void weightsThatAreAllZeroAreBadData() {
        Path file = desk.writeAnalysis("weights.expression = \"0 * w\"\n");

        endsWith(run(file), 3, "zero");
    }

    @Test
    void anOutputThatCannotBeWrittenIsBadData() {
        Path file = desk.writeAnalysis("");

        endsWith(desk.framework("run", file.toString(), "--output", "/proc/nowhere/run"), 3, "/proc/nowhere/run");
    }

    @Test
    void inputsAreNeverChanged() throws IOException {
        Path file = desk.writeAnalysis("");
        byte[] before = Files.readAllBytes(folder.resolve("signal.csv"));

        desk.framework(
                "run",
                file.toString(),
                "--quiet",
                "--output",
                folder.resolve("run").toString());

        assertThat(folder.resolve("signal.csv")).hasBinaryContent(before);
    }

    private Desk.Ended run(Path file) {
        return desk.framework(
                "run", file.toString(), "--output", folder.resolve("run").toString());
    }

    private static void endsWith(Desk.Ended ended, int code, String message) {
        assertThat(ended.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(ended.code()).isEqualTo(code);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
