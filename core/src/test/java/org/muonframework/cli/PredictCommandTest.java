package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void whatIsNoRunIsRefused() {
        Desk.Ended ended = desk.framework("predict", folder.toString(), "new.csv", "-o", "scores.csv");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is not a run directory");
        assertThat(List.of(folder.toFile().list())).doesNotContain("scores.csv");
    }
}
