package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network trained on the fused path")
class FusedPathIT {

    private static final double ROUNDING = 1e-3;

    @TempDir
    private static Path work;

    private static RunFiles usual;

    @BeforeAll
    static void trainAsUsual() throws IOException {
        usual = train(Framework.built(work));
        assertThat(log(usual)).containsPattern("fused.*vectors of \\d+ numbers");
    }

    @ParameterizedTest(name = "has the same bits by {0} threads on two cores")
    @ValueSource(strings = {"1", "3", "8"})
    void hasTheSameBitsByAnyNumberOfThreads(String threads) throws IOException, SQLException {
        assertSameBits(train(Framework.built(work).with("-XX:ActiveProcessorCount=2"), "--threads", threads));
    }

    @Test
    void hasTheSameBitsOnOneCore() throws IOException, SQLException {
        assertSameBits(train(Framework.built(work).with("-XX:ActiveProcessorCount=1")));
    }

    @Test
    void isTheSameToRoundingWithoutTheModuleOfVectors() throws IOException, SQLException {
        RunFiles plain = train(Framework.built(work).on(JavaImage.standard(work.resolve("java"))));

        assertThat(log(plain)).containsPattern("fused.*plain loops \\(this Java has no module");
        List<List<Object>> expected = scores(usual);
        List<List<Object>> scores = scores(plain);
        assertThat(scores).hasSameSizeAs(expected);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(((Number) scores.get(i).get(0)).doubleValue())
                    .isCloseTo(((Number) expected.get(i).get(0)).doubleValue(), within(ROUNDING));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the engine that comes along is for Linux")
    void standsBesideTheSameNetworkTrainedByTheEngine() throws IOException {
        RunFiles engine = train(Framework.built(work), "--set", "trainer.path=engine");
        assertThat(usual.manifest().get("engines").get("mlp").asText()).isEqualTo("fused");
        assertThat(engine.manifest().get("engines").get("mlp").asText()).isEqualTo("MXNet");

        Path comparison = work.resolve("comparison");
        Framework.Outcome compared = Framework.built(work)
                .run("compare", usual.path().toString(), engine.path().toString(), "-o", comparison.toString());

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(comparison.resolve("compare.html")).content().contains("trained by", "fused", "MXNet");
    }

    private static void assertSameBits(RunFiles run) throws SQLException {
        assertThat(run.metrics()).isEqualTo(usual.metrics());
        assertThat(scores(run)).hasSizeGreaterThan(100).isEqualTo(scores(usual));
    }

    private static List<List<Object>> scores(RunFiles run) throws SQLException {
        return Table.query("select score from %s", run.predictions());
    }

    private static String log(RunFiles run) throws IOException {
        return Files.readString(run.path().resolve("run.log"));
    }

    private static RunFiles train(Framework framework, String... options) throws IOException {
        Path analysis = Files.writeString(work.resolve("analysis.conf"), """
                seed = 7
                dataset { type = zmumu-simulation, events = 4000 }
                features = [pt1, eta1, phi1, pt2, eta2, phi2]
                split { train = 0.6, validation = 0.2 }
                model { type = mlp, hidden = [24, 16], batch-norm = true, dropout = 0.1 }
                trainer { type = neural, path = fused, epochs = 3, batch-size = 512 }
                metrics = [accuracy, roc]
                """);
        RunFiles run = new RunFiles(Files.createTempDirectory(work, "run"));
        List<String> arguments = new ArrayList<>(List.of(
                "run", analysis.toString(), "--quiet", "--output", run.path().toString()));
        arguments.addAll(List.of(options));
        Framework.Outcome outcome = framework.run(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("WARNING");
        return run;
    }
}
