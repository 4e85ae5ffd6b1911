package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The preset dimuon-peaks")
class DimuonPeaksIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    private Path work;

    @Test
    @DisplayName("finds the masses that the simulation was made with, within its errors")
    void findsTheMassesOfTheSimulation() throws IOException {
        RunFiles run = run("dimuon-peaks.conf");

        // Radiation is not simulated; four standard deviations, and the bias of a reconstruction in pt of 1 %.
        assertPeak(run, "jpsi", "", 3.0969, 0.002);
        assertPeak(run, "upsilon", "", 9.4603, 0.01);
        assertPeak(run, "z", "", 91.19, 0.25);
    }

    @Test
    @DisplayName("fits J/psi, the three Upsilons and the Z in CMS Open Data")
    void fitsThePeaksOfCms() throws IOException {
        RunFiles run = run(
                "dimuon-peaks-cms.conf",
                "dataset.samples.jpsi.files=" + list("dimuon-Jpsi.csv"),
                "dataset.samples.upsilon.files=" + list("Ymumu.csv"),
                "dataset.samples.Z.files=" + list("Zmumu.csv"));

        assertPeak(run, "jpsi", "", 3.0969, 0.02);
        assertPeak(run, "upsilon", "1", 9.4603, 0.02);
        assertPeak(run, "upsilon", "2", 10.0233, 0.04);
        assertPeak(run, "upsilon", "3", 10.3552, 0.05);
        assertPeak(run, "z", "", 91.19, 0.5);
        assertThat(value(run, "fit-p-value", "z", "").get("value").asDouble()).isGreaterThan(0.01);
        assertThat(run.path().resolve("figures/peak-upsilon.svg")).exists();
        assertThat(run.predictions()).doesNotExist();
    }

    private static void assertPeak(RunFiles run, String peak, String number, double mass, double distance) {
        JsonNode value = value(run, "peak-mass", peak, number);
        assertThat(value.get("unit").asText()).isEqualTo("GeV");
        assertThat(Math.abs(value.get("value").asDouble() - mass))
                .as(value.toString())
                .isLessThan(distance);
        assertThat(value.get("high").asDouble()).isGreaterThan(value.get("low").asDouble());
    }

    private static JsonNode value(RunFiles run, String name, String peak, String number) {
        return run.metrics().stream()
                .filter(value -> value.get("name").asText().equals(name))
                .filter(value -> value.path("peak").asText().equals(peak))
                .filter(value -> value.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + peak + " in " + run.metrics()));
    }

    private RunFiles run(String example, String... settings) throws IOException {
        return RunFiles.of(work, EXAMPLES.resolve(example), settings);
    }

    private static String list(String file) throws IOException {
        return "[\"" + OpenData.file("cms-csv/" + file) + "\"]";
    }
}
