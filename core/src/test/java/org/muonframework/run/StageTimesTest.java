package org.muonframework.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The times of stages")
class StageTimesTest {

    private final List<String> heard = new ArrayList<>();
    private long nanos;
    private final StageTimes times = new StageTimes(listener(), () -> nanos);

    @Test
    void runFromOneStageToTheNextAndTheLastOneToNow() {
        after(5);
        times.stage("reading data");
        after(1.25);
        times.stage("training mlp");
        after(20);
        times.stage("evaluating mlp");
        after(0.0004);

        assertThat(times.seconds())
                .containsExactly(
                        entry("reading data", 1.25), entry("training mlp", 20.0), entry("evaluating mlp", 0.0));
    }

    @Test
    void countTheFoldsOfAModelTogether() {
        times.stage("training mlp", "fold 0");
        after(2);
        times.stage("predicting with mlp", "fold 0");
        after(1);
        times.stage("training mlp", "fold 1");
        after(3);

        assertThat(times.seconds()).containsExactly(entry("training mlp", 5.0), entry("predicting with mlp", 1.0));
        assertThat(heard)
                .containsExactly(
                        "stage training mlp (fold 0)",
                        "stage predicting with mlp (fold 0)",
                        "stage training mlp (fold 1)");
    }

    @Test
    void areThereWithoutAnyStage() {
        assertThat(times.seconds()).isEmpty();
    }

    @Test
    void leaveWhatAListenerHearsAsItIs() {
        times.stage("reading data");
        times.progress(1, 2, "half");
        times.warning("few rows");

        assertThat(heard).containsExactly("stage reading data", "progress 1 of 2 half", "warning few rows");
    }

    private void after(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    private RunListener listener() {
        return new RunListener() {

            @Override
            public void stage(String name) {
                heard.add("stage " + name);
            }

            @Override
            public void progress(long done, long total, String message) {
                heard.add("progress " + done + " of " + total + " " + message);
            }

            @Override
            public void warning(String message) {
                heard.add("warning " + message);
            }
        };
    }
}
