package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missing values and values beyond limits, from the training to new files. */
class TreatmentRunTest {

    @TempDir
    private Path folder;

    private Desk desk;
    private Path run;

    @BeforeEach
    void trainOnDataWithHolesAndOutliers() throws IOException {
        desk = new Desk(folder);
        Path analysis = desk.writeAnalysis("""
                dataset {
                  missing { value = -999, policy = mean }
                  clip { low = -2, high = 2.5 }
                }
                """);
        Path signal = folder.resolve("signal.csv");
        Files.writeString(
                signal,
                Files.readString(signal)
                        .replaceFirst("\n1,17,[^,]*,", "\n1,17,nan,")
                        .replaceFirst("\n1,18,[^,]*,", "\n1,18,-999,")
                        .replaceFirst("\n1,19,([^,]*),[^,]*,", "\n1,19,$1,-inf,")
                        .replaceFirst("\n1,20,[^,]*,", "\n1,20,4000,"));
        run = folder.resolve("run");
        Desk.Ended ended = desk.framework("run", analysis.toString(), "--output", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("2 missing values of 'x', treated by the policy 'mean'")
                .contains("1 missing values of 'y', treated by the policy 'mean'")
                .containsPattern("feature 'x': \\d+ of 800 values \\(\\d+.\\d %\\) set to the limits -2 and 2.5");
    }

    @Test
    void theRunSaysWhatItDidToWhichFeatures() {
        assertThat(run.resolve("run.log")).content().contains("feature 'y': ", "set to the limits -2 and 2.5");
        assertThat(run.resolve("report.json"))
                .content()
                .contains("Values set to the limits")
                .contains("2 missing values of 'x'");
    }

    @Test
    void newRowsAreTreatedAsTheRowsOfTheTraining() throws IOException {
        Path input = desk.write(
                "new.csv",
                "event,run,y,x\n1,2,0,nan\n2,2,0,-999\n3,2,0,inf\n4,2,0,4000\n5,2,0,2.5\n6,2,0,-77\n7,2,0,-2\n");
        Path output = folder.resolve("scores.csv");

        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", output.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> scores = Files.readAllLines(output).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        assertThat(scores.subList(0, 3)).containsOnly(scores.get(0)).doesNotContain("NaN", "nan");
        assertThat(scores.get(3)).isEqualTo(scores.get(4)).isNotEqualTo(scores.get(0));
        assertThat(scores.get(5)).isEqualTo(scores.get(6)).isNotEqualTo(scores.get(4));
        assertThat(ended.err())
                .contains("3 missing values of 'x', treated by the policy 'mean'")
                .contains(
                        "feature 'x': 2 of 7 values (28.6 %) set to the limits -2 and 2.5, 1 from below and 1 from above");
    }
}
