package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.plugin.JarFileBuilder;
import org.muonframework.spi.DatasetProvider;

/** A plugin whose simulation names its columns with a prefix, from the training to a generated file. */
class SimulationFileTest {

    private static final String SETTINGS = """
            package com.example;

            public record Settings(long events) {}
            """;

    private static final String SIMULATION = """
            package com.example;

            import java.util.*;
            import java.util.stream.*;
            import org.muonframework.spi.*;
            import org.muonframework.spi.data.*;
            import org.muonframework.spi.simulation.BlockDataset;

            public final class Muons implements DatasetProvider<Settings> {
                public String name() { return "muons"; }
                public String description() { return "Muons."; }
                public Class<Settings> settings() { return Settings.class; }
                public Dataset create(Settings settings, Context context) {
                    Schema schema = new Schema(List.of(
                            ColumnSpec.of("event", ColumnType.LONG, "", "", ColumnRole.KEY),
                            ColumnSpec.of("softmu_pt", ColumnType.DOUBLE, "GeV", "", ColumnRole.SPECTATOR),
                            ColumnSpec.of("softmu_rhoPrime", ColumnType.DOUBLE, "", "", ColumnRole.FEATURE),
                            ColumnSpec.of("label", ColumnType.INT, "", "", ColumnRole.LABEL)),
                            List.of("fake", "prompt"));
                    return new BlockDataset("muons", schema, settings.events(), (first, rows, wanted, random) -> {
                        int[] label = IntStream.range(0, rows).map(row -> random.nextInt(2)).toArray();
                        return Map.of(
                                "event", new Column.Longs(LongStream.range(first, first + rows).toArray()),
                                "softmu_pt", new Column.Doubles(random.doubles(rows, 4, 40).toArray()),
                                "softmu_rhoPrime", new Column.Doubles(
                                        Arrays.stream(label).mapToDouble(l -> random.nextGaussian() + l).toArray()),
                                "label", new Column.Ints(label));
                    }, context);
                }
            }
            """;

    private static final String ANALYSIS = """
            dataset { type = muons, events = 600, prefix = "softmu_", selection = "pt > 5" }
            features = [rhoPrime]
            model { type = boosted-trees }
            trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
            metrics = [roc]
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void installThePlugin() {
        desk = new Desk(folder);
        JarFileBuilder.plugin()
                .source(SETTINGS)
                .source(SIMULATION)
                .service(DatasetProvider.class, "com.example.Muons")
                .write(folder.resolve("plugins/muons.jar"));
    }

    private Desk.Ended framework(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", folder.resolve("plugins").toString()));
        return desk.framework(all.toArray(String[]::new));
    }

    @Test
    void aGeneratedRootFileIsPredicted() throws IOException {
        Path run = folder.resolve("run");
        Desk.Ended trained =
                framework("run", desk.write("a.conf", ANALYSIS).toString(), "--quiet", "-o", run.toString());
        assertThat(trained.code()).as(trained.err()).isZero();
        Path file = folder.resolve("new.root");
        Desk.Ended generated = framework("generate", "muons", "-n", "50", "--seed", "9", "-o", file.toString());
        assertThat(generated.code()).as(generated.err()).isZero();
        Path output = folder.resolve("scores.csv");

        Desk.Ended predicted = framework("predict", run.toString(), file.toString(), "-o", output.toString());

        assertThat(predicted.code()).as(predicted.err()).isZero();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(51).first().isEqualTo("event,score");
        assertThat(lines.get(50)).startsWith("49,0.");
    }

    @Test
    void theSpectatorPtIsNoFeatureUnlessTheAnalysisAllowsIt() {
        String withPt = ANALYSIS.replace("[rhoPrime]", "[rhoPrime, pt]");

        Desk.Ended refused = framework("check", desk.write("b.conf", withPt).toString());
        Desk.Ended allowed = framework(
                "check",
                desk.write("c.conf", withPt + "allow-spectators = true\n").toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("b.conf:2: 'features': 'pt' is a spectator, for selection, weights and evaluation only")
                .contains("if the model may see it, set allow-spectators = true");
        assertThat(allowed.code()).as(allowed.err()).isZero();
    }
}
