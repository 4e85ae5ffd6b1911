package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("H to four leptons")
class Higgs4lIT {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    private Path work;

    @Test
    @DisplayName("is expected with 9.73 events, stands out more after the cut, and is fitted where it is")
    void onSimulation() throws IOException {
        RunFiles run = RunFiles.of(work, EXAMPLES.resolve("higgs4l.conf"), "dataset.events=8000");

        assertThat(value(run, "expected-signal", "stage", "all")).isCloseTo(9.73, within(0.05));
        assertThat(value(run, "expected-signal", "stage", "selected")).isCloseTo(0.8 * 9.73, within(0.05));
        assertThat(value(run, "signal-to-background", "stage", "selected"))
                .isGreaterThan(1.3 * value(run, "signal-to-background", "stage", "all"));
        assertThat(value(run, "peak-median", "peak", "H")).isCloseTo(125.2, within(0.15));
        assertThat(value(run, "peak-width-68", "peak", "H")).isBetween(1.0, 2.0);
        assertThat(value(run, "peak-mass", "peak", "z4l")).isCloseTo(91.19, within(0.3));
        assertThat(run.path().resolve("figures/m4l-expected-selected.svg")).isNotEmptyFile();
    }

    @Test
    @DisplayName("is laid under 84 of the 224 events of CMS, of which 13 are between 118 and 130 GeV")
    void onOpenData() throws IOException {
        String files = "[\"" + OpenData.file("cms-csv/4mu_2011.csv") + "\", \"" + OpenData.file("cms-csv/4mu_2012.csv")
                + "\", \"" + OpenData.file("cms-csv/4e_2011.csv") + "\", \"" + OpenData.file("cms-csv/2e2mu_2012.csv")
                + "\"]";
        RunFiles run = RunFiles.of(
                work,
                EXAMPLES.resolve("higgs4l-cms.conf"),
                "dataset.events=8000",
                "variations.data.dataset.samples.data.files=" + files);

        assertThat(value(run, "observed-all", "variation", "data")).isEqualTo(84);
        assertThat(value(run, "observed", "stage", "all")).isEqualTo(13);
        double scale = value(run, "expectation-scale", "variation", "data");
        assertThat(scale).isCloseTo(84 / 93.75, within(0.002));
        assertThat(value(run, "scaled-signal", "stage", "all"))
                .isCloseTo(scale * value(run, "expected-signal", "stage", "all"), within(1e-9));
        assertThat(run.path().resolve("figures/variations-data-m4l-data.svg")).isNotEmptyFile();
    }

    private static double value(RunFiles run, String name, String key, String text) {
        return run.metrics().stream()
                .filter(metric -> metric.get("name").asText().equals(name)
                        && metric.path(key).asText().equals(text))
                .map(metric -> metric.get("value"))
                .mapToDouble(JsonNode::asDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + run.metrics()));
    }
}
