package org.muonframework.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.run.FinishedRun;

@DisplayName("Rows of two runs with the same event keys")
class EventIdentityTest {

    private static final String FILES = "{ \"a.root\": \"01ab\" }";
    private static final String KEYS = "{ \"run\": \"integer\", \"event\": \"integer\" }";
    private static final String GENERATED = "dataset { type = zmumu, events = 100 }";

    @TempDir
    private Path folder;

    private FinishedRun run(String name, int seed, String inputs, String keys, String configuration)
            throws IOException {
        Path run = Files.createDirectory(folder.resolve(name));
        Files.writeString(run.resolve("manifest.json"), """
                { "status": "complete", "seed": %d, "inputs": %s, "event-keys": %s,
                  "rows": [ { "step": "read", "rows": 100, "sum-of-weights": 100 } ] }
                """.formatted(seed, inputs, keys));
        Files.writeString(run.resolve("metrics.json"), "{ \"metrics\": [] }");
        Files.writeString(run.resolve("analysis.conf"), configuration);
        return FinishedRun.open(run);
    }

    private static Optional<String> obstacle(FinishedRun one, FinishedRun other) {
        return new EventIdentity(one, other).obstacle();
    }

    @Test
    @DisplayName("are the same where they come from files, whatever the seed and the names of the files")
    void files() throws IOException {
        FinishedRun one = run("one", 1, FILES, KEYS, "dataset { files = [a.root] }");

        assertThat(obstacle(one, run("two", 2, "{ \"b.csv\": \"23cd\" }", KEYS, "dataset { files = [b.csv] }")))
                .isEmpty();
        assertThat(obstacle(one, run("three", 1, FILES, "{ \"event\": \"integer\" }", "")))
                .hasValue("the runs know events by different keys");
    }

    @Test
    @DisplayName("are not the same where they were simulated with another seed or otherwise")
    void simulated() throws IOException {
        FinishedRun one = run("one", 1, "{}", KEYS, GENERATED);

        assertThat(obstacle(one, run("again", 1, "{}", KEYS, GENERATED + "\ntrainer { rounds = 5 }")))
                .isEmpty();
        assertThat(obstacle(one, run("seed", 2, "{}", KEYS, GENERATED))).hasValue("the events were simulated apart");
        assertThat(obstacle(one, run("more", 1, "{}", KEYS, GENERATED + "\ndataset.pileup = 40")))
                .hasValue("the events were simulated apart");
        assertThat(obstacle(one, run("files", 1, FILES, KEYS, GENERATED))).hasValue("the events were simulated apart");
    }

    @Test
    @DisplayName("without keys are the same only if files and seed are")
    void withoutKeys() throws IOException {
        FinishedRun one = run("one", 1, FILES, "{}", "");

        assertThat(obstacle(one, run("again", 1, FILES, "{}", ""))).isEmpty();
        assertThat(obstacle(one, run("seed", 2, FILES, "{}", ""))).hasValue("no keys tell which are the same");
    }
}
