package org.muonframework.cli;

import ai.djl.nn.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.muonframework.SourceCompiler;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.JarFileBuilder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.ModelProvider;

/**
 * A folder with showers of 0 to 11 hits in 6x4x4 cells, an analysis that regresses their size, and a plugin whose network
 * of convolutions does it.
 *
 * @param desk the folder
 */
record ShowerDesk(Desk desk) {

    static final int ROWS = 240;

    private static final String PLUGIN = """
            package com.example.showers;

            import java.util.List;
            import org.muonframework.spi.ModelContext;
            import org.muonframework.spi.ModelProvider;
            import org.muonframework.spi.model.*;
            import org.muonframework.spi.settings.Default;
            import org.muonframework.spi.settings.Doc;

            public final class ShowerNet implements ModelProvider<ShowerNet.Settings> {

                public record Settings(
                        @Doc("Channels of the convolution.") @Default("4") int channels,
                        @Doc("The shape of the image.") @Default("[1, 6, 4, 4]") List<Integer> shape,
                        @Doc("The image.") @Default("shower") String image) {}

                @Override
                public String name() {
                    return "shower-net";
                }

                @Override
                public String description() {
                    return "convolutions over a volume";
                }

                @Override
                public Class<Settings> settings() {
                    return Settings.class;
                }

                @Override
                public Model create(Settings settings, ModelContext context) {
                    ArchitectureBuilder network = Architecture.builder();
                    String image = network.image(settings.image(), new Shape(settings.shape()));
                    String body = network.apply("fold", List.of(
                            new Layer.Convolution(
                                    settings.channels(), List.of(3, 3, 3), List.of(1, 1, 1), List.of(1, 1, 1), true),
                            new Layer.BatchNorm(1e-3, 0.9),
                            new Layer.Activation(ActivationFunction.RELU),
                            new Layer.GlobalPool(Layer.PoolKind.SUM)), image);
                    if (!context.task().features().isEmpty()) {
                        String features =
                                network.input("features", context.task().features(), Scaling.STANDARDISE);
                        body = network.apply("together", new Layer.Concat(), body, features);
                    }
                    String head = network.apply("head", List.of(new Layer.Dense(8), new Layer.Dense(1)), body);
                    network.output(
                            "size", head, new Loss.MeanSquaredError(), 1, context.task().targets(), Scaling.STANDARDISE);
                    return new NeuralModel(network.build());
                }
            }
            """;

    static ShowerDesk in(Path folder) {
        JarFileBuilder.plugin()
                .using(SourceCompiler.placeOf(Block.class))
                .service(ModelProvider.class, "com.example.showers.ShowerNet")
                .source(PLUGIN)
                .write(folder.resolve("plugins/showers.jar"));
        ShowerDesk showers = new ShowerDesk(new Desk(folder));
        showers.writeData("showers.parquet", ROWS, 0, "hitCell");
        return showers;
    }

    /** Writes a file of showers; the cells are in the column of this name. */
    Path writeData(String name, int rows, int firstEvent, String cells) {
        return write(name, rows, firstEvent, cells, "");
    }

    /**
     * Writes a file of showers of which some are changed.
     *
     * @param changes what SQL is to take in the place of columns: {@code hitCell := …}
     */
    Path writeChanged(String name, int rows, int firstEvent, String changes) {
        return write(name, rows, firstEvent, "hitCell", " REPLACE (" + changes + ")");
    }

    private Path write(String name, int rows, int firstEvent, String cells, String replace) {
        Path file = desk.folder().resolve(name);
        String hits = "range((i * 7) % 12)";
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT *" + replace
                    + " FROM (SELECT i AS event, (i % 5)::DOUBLE AS beside, ((i * 7) % 12)::DOUBLE AS size,"
                    + " list_transform(" + hits + ", k -> ((i * 31 + k * 13) % 96)::INT) AS " + cells
                    + ", list_transform(" + hits
                    + ", k -> (0.5 + ((i * 17 + k * 29) % 100) / 100.0)::FLOAT) AS hitEnergy"
                    + " FROM range(" + firstEvent + ", " + (firstEvent + rows) + ") t(i))) TO "
                    + DuckDatabase.literal(file.toString()) + " (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    /** The analysis, to which HOCON text is appended. */
    Path writeAnalysis(String more) {
        return desk.write("showers.conf", """
                dataset { type = files, files = ["%s"] }
                images { shower { cells = hitCell, values = hitEnergy, shape = [6, 4, 4] } }
                features = []
                targets = [size]
                split { by = [event] }
                model { type = shower-net }
                trainer { type = neural, epochs = 4, batch-size = 32, optimizer { learning-rate = 1e-2 } }
                metrics = [residuals]
                """.formatted(desk.folder().resolve("showers.parquet")) + more);
    }

    /** What the analysis is put together to. */
    Assembly assembly(String more) throws IOException {
        PluginRegistry plugins = PluginRegistry.load(List.of(desk.folder().resolve("plugins")));
        return new Assembler()
                .assemble(
                        new PlanReader(plugins, new SettingsBinder())
                                .read(new AnalysisFileReader(Map.of()).read(writeAnalysis(more), List.of()), "showers"),
                        new RunOptions(2, Path.of("")));
    }

    /** Runs a command with the plugin. */
    Desk.Ended framework(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", desk.folder().resolve("plugins").toString(), "--quiet"));
        return desk.framework(all.toArray(String[]::new));
    }

    /** The predicted sizes in a file. */
    List<Object> sizes(Path file) {
        return Tables.read(Formats.open(InputFile.of(file), Tables.OPTIONS)).get("size");
    }
}
