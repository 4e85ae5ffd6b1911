package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Finished runs")
class ComparisonIT {

    private static final Path EXAMPLE =
            Path.of("..", "examples", "zmumu.conf").toAbsolutePath().normalize();

    @TempDir
    private Path work;

    @Test
    @DisplayName("are put side by side, and drawn again to the same bytes without their data or plugin")
    void areComparedAndDrawnAgain() throws IOException {
        RunFiles shallow = trees("models.kinematics.trainer.max-depth=2");
        RunFiles deep = trees("models.kinematics.trainer.max-depth=6");

        Framework framework = Framework.built(work);
        Path comparison = work.resolve("comparison");
        Framework.Outcome compared = framework.run(
                "compare", shallow.path().toString(), deep.path().toString(), "-o", comparison.toString());

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("auc", "rejection-gain");
        assertThat(comparison.resolve("compare.html")).content().contains("the same 2,", "max-depth");
        assertThat(comparison.resolve("figures/roc-curve.svg")).exists();
        assertThat(RunFiles.halfWritten(comparison)).isEmpty();

        byte[] report = Files.readAllBytes(shallow.path().resolve("report.html"));
        Files.delete(shallow.path().resolve("report.html"));
        Framework.Outcome redrawn = framework.run("report", shallow.path().toString(), "--quiet");

        assertThat(redrawn.exitCode()).as(redrawn.err()).isZero();
        assertThat(shallow.path().resolve("report.html")).hasBinaryContent(report);
    }

    private RunFiles trees(String setting) throws IOException {
        return RunFiles.of(
                work,
                EXAMPLE,
                "dataset.events=8000",
                "models.with-mass=null",
                "models.network=null",
                "models.network-with-mass=null",
                "models.kinematics.trainer.rounds=40",
                setting);
    }
}
