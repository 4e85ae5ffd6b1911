package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Muon pairs")
class DimuonIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    private static Path work;

    @Test
    @DisplayName("of SpinQuest get a region and momenta by a cascade, better than by the most frequent region")
    void spinQuest() throws IOException {
        RunFiles run = RunFiles.of(work, EXAMPLES.resolve("dimuon.conf"), "dataset.events=16000", "trainer.epochs=10");

        assertThat(run.test("majority-accuracy", "cascade")).isCloseTo(0.95, within(0.01));
        assertThat(run.test("accuracy", "cascade")).isGreaterThan(0.975);
        assertThat(run.test("reference-accuracy", "cascade")).isBetween(0.94, 0.97);
        assertThat(of(run, "parameters", "cascade", "", "")).isEqualTo(123_912);
        assertThat(of(run, "r2", "cascade", "target", "mass")).isGreaterThan(0.95);
        assertThat(of(run, "resolution-68", "cascade", "target", "px")).isLessThan(0.4);
    }

    @Test
    @DisplayName("of a Z are compressed by autoencoders, which find other pairs, and made by the variational one alone")
    void autoencoders() throws IOException, SQLException {
        RunFiles run = RunFiles.of(
                work,
                EXAMPLES.resolve("dimuon-vae.conf"),
                "dataset.events=20000",
                "trainer.epochs=40",
                "trainer.optimizer.learning-rate=3e-3",
                "models.without-divergence=null");

        assertThat(run.test("anomaly-auc", "vae")).isGreaterThan(0.8);
        assertThat(run.test("anomaly-auc", "autoencoder")).isGreaterThan(0.8);
        assertThat(run.test("reconstruction-error", "vae"))
                .isLessThan(0.7 * run.test("reconstruction-error", "collapsed"));
        assertThat(of(run, "latent-deviation", "vae", "latent", "latent_1")).isBetween(0.6, 1.4);
        assertThat(run.test("mean-generated-distance", "vae"))
                .isLessThan(0.7 * run.test("mean-generated-distance", "autoencoder"));
        assertThat(of(run, "generated-median", "vae", "feature", "logM")).isCloseTo(Math.log(90.5), within(0.02));

        Path made = work.resolve("made.parquet");
        Framework.Outcome outcome = Framework.built(work)
                .run(
                        "generate",
                        run.predictions().getParent().toString(),
                        "--set",
                        "model=vae",
                        "-n",
                        "5000",
                        "-o",
                        made.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        double median = ((Number) Table.query("select exp(median(logM)) from %s", made)
                        .get(0)
                        .get(0))
                .doubleValue();
        assertThat(median).isCloseTo(90.5, within(2.0));
    }

    /** The first value of a metric of a model with a key, if any is asked for. */
    private static double of(RunFiles run, String name, String model, String key, String text) {
        return run.metrics().stream()
                .filter(value -> value.get("name").asText().equals(name))
                .filter(value -> value.path("model").asText().equals(model))
                .filter(value -> value.path("method").asText("model").equals("model"))
                .filter(value -> key.isEmpty() || value.path(key).asText().equals(text))
                .filter(value -> !value.get("sample").asText().equals("validation")
                        && (name.equals("parameters")
                                || value.get("sample").asText().equals("test")))
                .mapToDouble((JsonNode value) -> value.get("value").asDouble())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + model + " with " + key + " " + text));
    }
}
