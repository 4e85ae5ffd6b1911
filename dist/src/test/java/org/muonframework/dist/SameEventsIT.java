package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The same events")
class SameEventsIT {

    private static final long EVENTS = 6000;

    @TempDir
    private static Path work;

    private static RunFiles ofRoot;

    @BeforeAll
    static void generateAndTrain() throws IOException {
        framework("generate", "zmumu-simulation", "-n", String.valueOf(EVENTS), "--seed", "3", "-o", "events.root");
        ofRoot = train("events.root");
    }

    @ParameterizedTest(name = "give the same model and the same numbers from a file events{0}")
    @ValueSource(strings = {".h5", ".parquet", ".csv"})
    void trainTheSameModelFromAnyFormat(String ending) throws IOException, SQLException {
        framework("convert", "events.root", "events" + ending);

        RunFiles run = train("events" + ending);

        assertThat(run.rows("read")).isEqualTo(EVENTS);
        assertThat(run.metrics()).isEqualTo(ofRoot.metrics());
        assertThat(Table.query("select * from %s", run.predictions()))
                .isEqualTo(Table.query("select * from %s", ofRoot.predictions()));
    }

    @Test
    void areSimulatedTheSameInAnyFormat() throws IOException, SQLException {
        framework("generate", "zmumu-simulation", "-n", String.valueOf(EVENTS), "--seed", "3", "-o", "again.parquet");
        framework("convert", "events.root", "converted.parquet");

        assertThat(Table.query("select * from %s", work.resolve("converted.parquet")))
                .hasSize((int) EVENTS)
                .isEqualTo(Table.query("select * from %s", work.resolve("again.parquet")));
    }

    @Test
    void areScoredIntoAFriendTree() throws SQLException {
        framework("generate", "zmumu-simulation", "-n", "500", "--seed", "4", "-o", "others.root");
        framework("predict", ofRoot.path().toString(), "others.root", "-o", "friend.root");
        framework("predict", ofRoot.path().toString(), "others.root", "-o", "scores.parquet");
        framework("convert", "friend.root", "friend.parquet");

        assertThat(Table.query("select * from %s", work.resolve("friend.parquet")))
                .hasSize(500)
                .isEqualTo(Table.query("select * from %s", work.resolve("scores.parquet")));
    }

    @Test
    void areLookedForInTheTreeThatIsNamed() {
        Framework.Outcome outcome = Framework.built(work)
                .run("predict", ofRoot.path().toString(), "events.root", "--table", "muons", "-o", "none.root");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("events.root: has no table 'muons'; the tables of the file are 'events'");
        assertThat(work.resolve("none.root")).doesNotExist();
    }

    private static RunFiles train(String events) throws IOException {
        Path analysis = Files.writeString(work.resolve("analysis.conf"), """
                dataset {
                  type = files, files = ["%s"]
                  derive { M = "mass(pt1, eta1, phi1, pt2, eta2, phi2)" }
                }
                classes = [background, Z]
                features = [pt1, eta1, pt2, eta2, M]
                models {
                  trees { model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 10 } }
                  network { model { type = mlp, hidden = [8] }, trainer { type = neural, epochs = 2, batch-size = 128 } }
                }
                metrics = [roc, accuracy]
                """.formatted(events));
        RunFiles run = new RunFiles(Files.createTempDirectory(work, "run"));
        framework("run", analysis.toString(), "--quiet", "--output", run.path().toString());
        return run;
    }

    private static void framework(String... arguments) {
        Framework.Outcome outcome = Framework.built(work).run(arguments);
        assertThat(outcome.exitCode())
                .as("%s%n%s", String.join(" ", arguments), outcome.err())
                .isZero();
    }
}
