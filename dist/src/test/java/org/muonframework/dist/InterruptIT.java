package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An interrupted run")
@EnabledOnOs(OS.LINUX)
class InterruptIT {

    private static final String NETWORK = """
            model { type = mlp, hidden = [16, 16] }
            trainer { type = neural, epochs = 25, batch-size = 128 }
            """;
    private static final String TREES = """
            model { type = boosted-trees }
            trainer { type = boosted-trees, rounds = 2000, learning-rate = 0.01, early-stopping { rounds = 0 } }
            """;

    @TempDir
    private static Path work;

    private static RunFiles network;
    private static RunFiles trees;

    @TempDir
    private Path folder;

    private RunFiles run;

    @BeforeAll
    static void runWithoutInterruption() throws IOException {
        network = new RunFiles(work.resolve("network"));
        trees = new RunFiles(work.resolve("trees"));
        for (RunFiles whole : new RunFiles[] {network, trees}) {
            Framework.Outcome outcome =
                    framework().run("run", analysis(whole == network ? NETWORK : TREES), "--output", text(whole));
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }
    }

    @BeforeEach
    void nameTheRun() {
        run = new RunFiles(folder.resolve("run"));
    }

    @Test
    void stopsInTheMiddleOfANetworkAndGoesOnToTheSameNumbers() throws Exception {
        Framework.Outcome outcome;
        try (Running running = start(NETWORK)) {
            outcome = running.until(this::hasCheckpoint).interrupt().outcome();
        }

        assertInterrupted(outcome);
        assertGoesOnToTheNumbersOf(network);
    }

    @Test
    void stopsInTheMiddleOfBoostedTreesAndGoesOnToTheSameNumbers() throws Exception {
        Framework.Outcome outcome;
        try (Running running = start(TREES)) {
            outcome = running.until(() -> says(running, "training boosted-trees"))
                    .interrupt()
                    .outcome();
        }

        assertInterrupted(outcome);
        assertGoesOnToTheNumbersOf(trees);
    }

    @Test
    void goesOnAlsoWhereItWasKilled() throws Exception {
        try (Running running = start(NETWORK)) {
            running.until(this::hasCheckpoint).kill();
        }

        assertThat(run.manifest().get("status").asText()).isEqualTo("running");
        assertThat(run.path().resolve("metrics.json")).doesNotExist();
        assertGoesOnToTheNumbersOf(network);
    }

    private void assertInterrupted(Framework.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("interrupted; go on with: framework run --resume " + run.path())
                .doesNotContain("Exception", "\tat ");
        assertThat(run.halfWritten()).isEmpty();
        assertThat(run.manifest().get("status").asText()).isEqualTo("interrupted");
        assertThat(run.path().resolve("metrics.json")).doesNotExist();
        assertThat(run.path().resolve("model/mlp")).doesNotExist();
        assertThat(run.path().resolve("model/boosted-trees")).doesNotExist();
    }

    private void assertGoesOnToTheNumbersOf(RunFiles whole) throws SQLException {
        Framework.Outcome outcome = framework().run("run", "--resume", text(run));

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("training ");
        assertThat(run.manifest().get("status").asText()).isEqualTo("complete");
        assertThat(run.metrics()).isEqualTo(whole.metrics());
        assertThat(Table.query("from %s", run.predictions())).isEqualTo(Table.query("from %s", whole.predictions()));
        assertThat(run.halfWritten()).isEmpty();
    }

    private Running start(String model) throws IOException {
        return framework().start("run", analysis(model), "--output", text(run));
    }

    private boolean hasCheckpoint() {
        return Files.exists(run.path().resolve("checkpoint/mlp/neural.safetensors"));
    }

    private static boolean says(Running running, String words) {
        try {
            return Files.readString(running.err()).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Framework framework() {
        return Framework.built(work);
    }

    private static String text(RunFiles run) {
        return run.path().toString();
    }

    private static String analysis(String model) throws IOException {
        Path file = Files.createTempFile(work, "analysis", ".conf");
        return Files.writeString(file, """
                        seed = 5
                        dataset { type = zmumu-simulation, events = 3000 }
                        features = [pt1, eta1, pt2, eta2]
                        split { train = 0.5, validation = 0.2 }
                        metrics = [accuracy]
                        """ + model).toString();
    }
}
