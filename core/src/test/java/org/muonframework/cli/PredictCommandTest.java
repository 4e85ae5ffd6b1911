package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;
    private Path run;

    @BeforeEach
    void trainARegressionOfT() throws IOException {
        desk = new Desk(folder);
        String analysis = Files.readString(desk.writeAnalysis(""))
                .replace("metrics = [roc, accuracy, learning-curves, score-distribution]", "targets = [t]");
        Path file = desk.write("regression.conf", analysis + "dataset { units { t = GeV }, keys = [run, event] }\n");
        run = folder.resolve("run");
        Desk.Ended ended = desk.framework("run", file.toString(), "--quiet", "--output", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void filesWithoutTheTargetArePredictedRowByRow() {
        Path input = desk.write("new.csv", "event,run,y,x\n7,1,0.5,1.0\n8,1,-0.5,-1.0\n9,1,0.0,0.0\n");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", output.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(output)
                .content()
                .startsWith("run,event,t\n1,7,")
                .contains("\n1,8,")
                .contains("\n1,9,");
    }

    @Test
    void aFileWithoutAFeatureIsRefusedWithTheNearestName() {
        Path input = desk.write("new.csv", "event,run,x1,y\n7,1,0.5,1.0\n");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", output.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("'x'").contains("'x1'");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFileThatTheModelWasTrainedFromIsRefused() {
        Path input = folder.resolve("signal.csv");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", output.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .containsPattern(
                        "signal.csv: [23]\\d\\d of 400 rows belong to events that the model was trained or validated on")
                .contains("--seen nan", "train with 'folds'");
        assertThat(output).doesNotExist();
    }

    @Test
    void onRequestOnlyWhatTheModelHasNotSeenGetsAScore() throws IOException {
        Path input = folder.resolve("signal.csv");
        Path copy = Files.copy(input, folder.resolve("copy.csv"));
        Path fresh = desk.write("fresh.csv", "event,run,y,x\n1,1,0.5,1.0\n");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended = desk.framework(
                "predict", run.toString(), copy.toString(), fresh.toString(), "--seen", "nan", "-o", output.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(402);
        assertThat(lines.subList(1, 401))
                .filteredOn(line -> line.toLowerCase(Locale.ROOT).endsWith("nan"))
                .hasSizeBetween(250, 350);
        assertThat(lines.get(401)).startsWith("1,1,").doesNotContainIgnoringCase("nan");
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        Path input = desk.write("new.csv", "event,run,y,x\n7,1,0.5,1.0\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), input);

        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", link.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("link.csv: is the input").contains("name another");
        assertThat(input).hasContent("event,run,y,x\n7,1,0.5,1.0\n");
    }

    @Test
    void keysThatDoNotTellRowsApartAreFoundOnRequest() {
        Path input = desk.write("new.csv", "event,run,y,x\n7,1,0.5,1.0\n8,1,0,0\n7,1,0,0\n7,2,0,0\n");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended =
                desk.framework("predict", run.toString(), input.toString(), "--check-keys", "-o", output.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err())
                .contains("the keys [run, event] do not tell all rows apart: 1 of 4 rows")
                .contains("row 3 those of row 1");
        assertThat(output).doesNotExist();
    }

    @Test
    void aRunWithoutFoldsHasNoneToChoose() {
        Path input = desk.write("new.csv", "event,run,y,x\n7,1,0.5,1.0\n");

        Desk.Ended ended =
                desk.framework("predict", run.toString(), input.toString(), "--fold", "0", "-o", "scores.csv");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--fold: this run has one split and no folds");
    }

    @Test
    void whatIsNoRunIsRefused() {
        Desk.Ended ended = desk.framework("predict", folder.toString(), "new.csv", "-o", "scores.csv");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is not a run directory");
        assertThat(List.of(folder.toFile().list())).doesNotContain("scores.csv");
    }
}
