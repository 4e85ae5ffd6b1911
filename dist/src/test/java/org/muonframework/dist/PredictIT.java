package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scores of a trained run")
class PredictIT {

    private static final int ROWS = 1000;

    /** The row whose x is not there. */
    private static final int HOLE = 17;

    @TempDir
    private static Path work;

    private static Path csv;
    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        csv = Files.writeString(work.resolve("events.csv"), events());
        Path analysis = Files.writeString(work.resolve("analysis.conf"), """
                dataset {
                  type = files, files = ["events.csv"], keys = [run, event]
                  derive { sum = "x + y" }
                  missing { policy = drop }
                }
                label = "s > 0", classes = [background, signal]
                features = [x, y, sum]
                models {
                  trees { model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 20 } }
                  network { model { type = mlp, hidden = [8] }, trainer { type = neural, epochs = 2, batch-size = 128 } }
                }
                """);
        run = new RunFiles(work.resolve("run"));
        Framework.Outcome outcome =
                framework("run", analysis.toString(), "--output", run.path().toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("1 missing values of 'x', treated by the policy 'drop'");
    }

    @Test
    void areBitIdenticalToThoseThatTheRunItselfGave() throws IOException, SQLException {
        Path input = Table.copy("select * from read_csv(%s)", csv, work.resolve("events.parquet"));
        byte[] before = Files.readAllBytes(input);
        Path scores = work.resolve("scores-of-parquet.parquet");

        Framework.Outcome outcome =
                framework("predict", run.path().toString(), input.toString(), "-o", scores.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(input).hasBinaryContent(before);
        assertThat(Table.query("select event from %s", scores))
                .hasSize(ROWS)
                .isEqualTo(Table.query("select event from read_csv(%s)", csv));
        String same = "select count(*) from %s n join %s o using (run, event) where n.trees_score = o.trees_score"
                + " and n.network_score = o.network_score";
        assertThat(Table.query(same, scores, run.predictions())).containsExactly(List.of(ROWS - 1L));
        assertThat(Table.query("select event from %s where isnan(trees_score) or isnan(network_score)", scores))
                .containsExactly(List.of((long) HOLE));
    }

    @Test
    void areRefusedForEventsThatTheModelsHaveSeen() {
        Path scores = work.resolve("refused.csv");

        Framework.Outcome outcome =
                framework("predict", run.path().toString(), csv.toString(), "-o", scores.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("of " + ROWS + " rows belong to events that the model was trained or validated on")
                .contains("--seen nan")
                .doesNotContain("Exception", "\tat ");
        assertThat(scores).doesNotExist();
    }

    @Test
    void areWrittenAsCsvToo() throws SQLException {
        Path scores = work.resolve("scores.csv");

        Framework.Outcome outcome =
                framework("predict", run.path().toString(), csv.toString(), "--seen", "nan", "-o", scores.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        String same = "select count(*) from read_csv(%s) n join %s o using (run, event)"
                + " where n.trees_score::float = o.trees_score and n.network_score::float = o.network_score";
        String tested = "select count(*) from %s where part = 'test'";
        assertThat(Table.query(same, scores, run.predictions())).isEqualTo(Table.query(tested, run.predictions()));
    }

    @Test
    void needEveryFeature() throws IOException {
        Path other = Files.writeString(work.resolve("other.csv"), events().replace("x,y", "xx,y"));
        Path scores = work.resolve("none.csv");

        Framework.Outcome outcome =
                framework("predict", run.path().toString(), other.toString(), "-o", scores.toString());

        assertRefused(outcome, "other.csv: the model needs a feature: unknown column 'x'. Did you mean 'xx'?");
        assertThat(scores).doesNotExist();
    }

    @Test
    void needAPlaceThatCanBeWritten() {
        assertRefused(
                framework(
                        "predict",
                        run.path().toString(),
                        csv.toString(),
                        "--seen",
                        "nan",
                        "-o",
                        "/proc/nowhere/scores.csv"),
                "/proc/nowhere/scores.csv: cannot be written");
    }

    private static void assertRefused(Framework.Outcome outcome, String message) {
        assertThat(outcome.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(RunFiles.halfWritten(work)).isEmpty();
    }

    private static Framework.Outcome framework(String... arguments) {
        return Framework.built(work).run(arguments);
    }

    private static String events() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        StringBuilder text = new StringBuilder("run,event,x,y,s\n");
        for (int i = 0; i < ROWS; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double s = x + y + random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT, "1,%d,%s,%.6f,%.6f%n", i, i == HOLE ? "nan" : "%.6f".formatted(x), y, s));
        }
        return text.toString();
    }
}
