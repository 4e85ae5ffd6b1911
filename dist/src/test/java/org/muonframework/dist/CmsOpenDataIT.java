package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("On CMS Open Data the framework")
class CmsOpenDataIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();
    private static final float LIGHTEST = 2.00061f;
    private static final float HEAVIEST = 4.99303f;

    @TempDir
    private Path work;

    @ParameterizedTest(name = "counts {2} pairs of opposite charge between {0} and {1} GeV")
    @CsvSource({"2.9, 3.3, 1035", "9.0, 10.6, 574", "81, 101, 27"})
    void countsPairsByTheirFourVectors(String low, String high, long expected) throws IOException {
        RunFiles run = run(
                "cms-masses.conf",
                "dataset.samples.pairs.files=" + list("cms-csv/MuRun2010B_0.csv"),
                "dataset.selection=\"Q1 * Q2 < 0 && pairMass > " + low + " && pairMass < " + high + "\"",
                "trainer.epochs=1",
                "metrics=[]");

        assertThat(run.rows("read")).isEqualTo(10_000);
        assertThat(run.rows("selection")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gives {1} pairs")
    @CsvSource({"Q1 * Q2 < 0, 9664", "Q1 * Q2 < 0 && m > 81 && m < 101, 8118"})
    void countsCandidatesOfTheZByTheirDirections(String selection, long expected) throws IOException {
        RunFiles run = runFile("""
                dataset {
                  type = files, files = %s, keys = [Run, Event]
                  derive { m = "mass(pt1, eta1, phi1, pt2, eta2, phi2)" }
                  selection = "%s"
                }
                targets = [m]
                """.formatted(list("cms-csv/Zmumu.csv"), selection));

        assertThat(run.rows("read")).isEqualTo(10_000);
        assertThat(run.rows("selection")).isEqualTo(expected);
    }

    @Test
    void readsTheSameMassesFromDirtyAndCleanHeaders() throws IOException, SQLException {
        RunFiles clean = masses("cms-csv/dimuon-Jpsi.csv", "Run", "Event");
        RunFiles dirty = masses("cms-csv/dimuon_2-5GeV.csv", "RunNo", "EvNo");

        assertThat(Table.query("select count(*), min(true_M), max(true_M) from %s", clean.predictions()))
                .containsExactly(List.of(2000L, LIGHTEST, HEAVIEST));
        assertThat(Table.query(
                        "select count(*) from %s c join %s d on (c.Run, c.Event, c.true_M) = (d.RunNo, d.EvNo, d.true_M)",
                        clean.predictions(), dirty.predictions()))
                .containsExactly(List.of(2000L));
    }

    @Test
    void tellsTheZFromOtherPairs() throws IOException, SQLException {
        RunFiles run = run(
                "zmumu-cms.conf",
                "dataset.samples.Z.files=" + list("cms-csv/Zmumu.csv"),
                "dataset.samples.background.files=" + list("cms-csv/MuRun2010B_0.csv"),
                "models.network.trainer.epochs=1",
                "metrics=[roc]");

        assertThat(Table.query("select label, count(*) from %s group by label order by label", run.predictions()))
                .containsExactly(List.of(0, 6258L), List.of(1, 9664L));
        assertThat(run.test("auc", "kinematics")).isBetween(0.99, 1.0);
        assertThat(run.test("auc", "with-mass")).isBetween(0.99, 1.0);
    }

    @Test
    void learnsTheMassBesideTheFormula() throws IOException {
        RunFiles run = run(
                "dimuon-mass-cms.conf",
                "dataset.samples.pairs.files=" + list("cms-csv/MuRun2010B_0.csv"),
                "trainer.epochs=15");

        assertThat(run.rows("selection")).isEqualTo(6258);
        assertThat(run.test("r2", "symmetric", "model")).isGreaterThan(0.98);
        assertThat(run.test("r2", "symmetric", "reference")).isCloseTo(1, within(1e-6));
        assertThat(run.test("resolution-68", "symmetric", "model")).isBetween(0.01, 2.0);
        assertThat(run.test("resolution-68", "symmetric", "reference")).isBetween(0.0, 0.001);
    }

    private RunFiles masses(String file, String run, String event) throws IOException {
        return runFile("""
                dataset { type = files, files = %s, keys = [%s, %s] }
                targets = [M]
                """.formatted(list(file), run, event));
    }

    /** Runs a file to which a model of the least effort is added. */
    private RunFiles runFile(String analysis) throws IOException {
        Path file = Files.createTempFile(work, "analysis", ".conf");
        Files.writeString(file, analysis + """
                        features = [pt1, pt2]
                        model { type = boosted-trees }
                        trainer { type = boosted-trees, rounds = 1 }
                        """);
        return run(file.toString());
    }

    private RunFiles run(String file, String... settings) throws IOException {
        return RunFiles.of(work, EXAMPLES.resolve(file), settings);
    }

    private static String list(String file) throws IOException {
        return "[\"" + OpenData.file(file) + "\"]";
    }
}
