package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Is this pair a Z?")
class ZmumuIT {

    private static final Path EXAMPLE =
            Path.of("..", "examples", "zmumu.conf").toAbsolutePath().normalize();

    @TempDir
    private static Path work;

    private static RunFiles small;

    @BeforeAll
    static void runASmallOne() {
        small = small("2");
    }

    @Test
    void theMassAsAFeatureHelpsBoostedTrees() {
        RunFiles run = run("models.network.trainer.epochs=1", "metrics=[roc]");

        double without = run.test("auc", "kinematics");
        double with = run.test("auc", "with-mass");
        assertThat(without).isCloseTo(0.94, within(0.012));
        assertThat(with).isCloseTo(0.968, within(0.012));
        assertThat(with - without).isGreaterThanOrEqualTo(0.015);
        assertThat(run.rows("read")).isEqualTo(40_000);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() throws SQLException {
        RunFiles again = small("2");

        assertThat(again.metrics()).isEqualTo(small.metrics());
        assertThat(all(again)).isEqualTo(all(small));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws SQLException {
        RunFiles single = small("1");

        assertThat(single.manifest().get("threads").asInt()).isEqualTo(1);
        assertThat(small.manifest().get("threads").asInt()).isEqualTo(2);
        assertThat(single.manifest().get("rows")).isEqualTo(small.manifest().get("rows"));
        assertThat(single.metrics()).isEqualTo(small.metrics());
        assertThat(all(single)).isEqualTo(all(small));
    }

    private static RunFiles small(String threads) {
        return run(
                "dataset.events=6000",
                "models.network.trainer.epochs=3",
                "models.kinematics.trainer.rounds=50",
                "--threads",
                threads);
    }

    private static List<List<Object>> all(RunFiles run) throws SQLException {
        return Table.query("from %s", run.predictions());
    }

    /** Runs the example with settings, and with whatever options follow the first one of them. */
    private static RunFiles run(String... settings) {
        Path output = work.resolve("run-" + System.nanoTime());
        List<String> arguments = new ArrayList<>(List.of("run", EXAMPLE.toString(), "--output", output.toString()));
        for (String setting : settings) {
            if (setting.contains("=")) {
                arguments.add("--set");
            }
            arguments.add(setting);
        }
        Framework.Outcome outcome = Framework.built(work).run(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return new RunFiles(output);
    }
}
