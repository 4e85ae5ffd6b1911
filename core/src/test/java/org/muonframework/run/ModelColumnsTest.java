package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.model.Model;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.Trainer;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;

@DisplayName("Columns that a model asks for")
class ModelColumnsTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    private final List<Rows> trained = new ArrayList<>();
    private double fraction;

    /** None. */
    private record None() {}

    /** A model that asks for columns. */
    private record Asking(List<String> columns) implements Model {

        @Override
        public String family() {
            return "asking";
        }

        @Override
        public String summary() {
            return "";
        }
    }

    private record Provider(List<String> columns) implements ModelProvider<None> {

        @Override
        public String name() {
            return "asking";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Class<None> settings() {
            return None.class;
        }

        @Override
        public Model create(None settings, ModelContext context) {
            return new Asking(columns);
        }
    }

    /** Keeps the rows and stops. */
    private final class Keeping implements TrainerProvider<None> {

        @Override
        public String name() {
            return "keeping";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Class<None> settings() {
            return None.class;
        }

        @Override
        public Trainer create(None settings, Context context) {
            return new Trainer() {

                @Override
                public Optional<String> objection(Model model) {
                    return Optional.empty();
                }

                @Override
                public TrainedModel train(Model model, TrainingData data, TrainingContext training) {
                    trained.add(data.training());
                    trained.add(data.validation());
                    fraction = data.fraction();
                    throw new TrainingCancelledException("enough");
                }
            };
        }

        @Override
        public TrainedModel load(Path directory, Model model, Context context) {
            throw new AssertionError("nothing is saved");
        }
    }

    @BeforeEach
    void writeRows() throws IOException {
        StringBuilder text = new StringBuilder("event,id,genMass,y,kind\n");
        for (int row = 0; row < 500; row++) {
            text.append(row)
                    .append(',')
                    .append(row)
                    .append(',')
                    .append(0.5 * row)
                    .append(',')
                    .append(row % 2)
                    .append(",muon\n");
        }
        Files.writeString(folder.resolve("events.csv"), text);
    }

    private Assembly assembly(String more, String... columns) throws IOException {
        Path file =
                Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"] }
                label = y, classes = [background, signal], features = [id]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees }
                metrics = [accuracy]
                """.formatted(folder.resolve("events.csv")) + more);
        AnalysisPlan plan = new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "asking");
        ModelPlan read = plan.models().get(0);
        ModelPlan asking = new ModelPlan(
                read.name(),
                read.features(),
                new Configured<>(
                        service(ServiceKind.MODEL, new Provider(List.of(columns))),
                        new None(),
                        read.model().where()),
                new Configured<>(
                        service(ServiceKind.TRAINER, new Keeping()),
                        new None(),
                        read.trainer().where()),
                read.reweight());
        return new Assembler()
                .assemble(
                        new AnalysisPlan(
                                plan.name(),
                                plan.resolved(),
                                plan.settings(),
                                plan.dataset(),
                                plan.preparation(),
                                plan.transforms(),
                                List.of(asking),
                                plan.metrics(),
                                plan.variations(),
                                plan.origins(),
                                plan.displays()),
                        new RunOptions(1, folder));
    }

    private static <P> Service<P> service(ServiceKind kind, P provider) {
        return new Service<>(kind, "asking", "", provider, REGISTRY.plugins().get(0));
    }

    @ParameterizedTest(name = "with ''{0}''")
    @CsvSource({"'', 0.8", "folds = 5, 0.8", "'split { train = 0.5, validation = 0.5 }', 1"})
    @DisplayName("come with the rows of training and validation, truth included, and with what part of all these are")
    void comeWithRows(String more, double part) throws IOException {
        Assembly assembly = assembly(more, "2 * genMass", "y == 1");
        RunOptions options = new RunOptions(1, folder);
        assertThatThrownBy(() -> new Execution(
                                assembly,
                                options,
                                new RunDirectory(Files.createDirectories(folder.resolve("run"))),
                                new Silence(),
                                new Cancellation(),
                                Manifest.begin(assembly.plan(), options, REGISTRY))
                        .run())
                .isInstanceOf(RunCancelledException.class);

        assertThat(fraction).isCloseTo(part, within(1e-12));
        assertThat(trained).hasSize(2).allSatisfy(rows -> {
            assertThat(rows.columns()).containsOnlyKeys("2 * genMass", "y == 1");
            for (int row = 0; row < rows.size(); row++) {
                assertThat(rows.columns().get("2 * genMass")[row]).isEqualTo(rows.features()[0][row]);
                assertThat(rows.columns().get("y == 1")[row]).isEqualTo(rows.labels()[row]);
            }
        });
    }

    @Test
    @DisplayName("are refused with place and nearest name before data is read")
    void refused() {
        assertThatThrownBy(() -> assembly("", "genMas", "kind"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("analysis.conf:4: the model 'asking' asks for 'genMas'")
                .hasMessageContaining("Did you mean 'genMass'?")
                .hasMessageContaining("the model 'asking' needs a number, and 'kind' is text");
    }
}
