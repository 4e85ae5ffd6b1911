package org.muonframework.darksector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.AnalysisRunner;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunCancelledException;
import org.muonframework.run.RunDirectory;
import org.muonframework.run.RunListener;
import org.muonframework.run.RunOutcome;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;

@DisplayName("A run with the Punzi net")
class PunziRunTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    private static final RunOptions OPTIONS = new RunOptions(1, Path.of(""));

    @TempDir
    private Path folder;

    private final PlanReader plans = new PlanReader(REGISTRY, new SettingsBinder());
    private final AnalysisFileReader files = new AnalysisFileReader(Map.of());
    private final AnalysisRunner runner = new AnalysisRunner(REGISTRY, files, plans, new Assembler());

    @BeforeEach
    void writeCandidates() throws IOException {
        Rows rows = ToySearch.rows(1500, 1);
        StringBuilder text = new StringBuilder("event,x,y,mass,genMass,generated,label,signalEvent,weight\n");
        for (int row = 0; row < rows.size(); row++) {
            int label = rows.labels()[row];
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%.5f,%.5f,%.1f,%.1f,%d,%d,%.5f%n",
                    row,
                    rows.features()[0][row],
                    rows.features()[1][row],
                    rows.columns().get("mass")[row],
                    rows.columns().get("genMass")[row],
                    rows.columns().get("generated")[row],
                    label,
                    label,
                    rows.columns().get("weight")[row]));
        }
        Files.writeString(folder.resolve("candidates.csv"), text);
    }

    private Assembly assembly(String more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"] }
                label = label, classes = [background, signal], features = [x, y, mass]
                split { by = [event] }
                model { type = punzi-net }
                trainer {
                  type = neural, path = fused, epochs = 4, batch-size = 0
                  optimizer { type = sgd, momentum = 0, learning-rate = 1 }
                  pretraining { epochs = 3, batch-size = 256, optimizer { type = sgd, learning-rate = 0.1 } }
                }
                metrics = [learning-curves]
                """.formatted(folder.resolve("candidates.csv")) + more);
        return new Assembler().assemble(plans.read(files.read(file, List.of()), "punzi"), OPTIONS);
    }

    private RunOutcome run(String name, String more, Listener listener) throws IOException {
        return runner.start(
                assembly(more), OPTIONS, RunDirectory.at(folder.resolve(name)), listener, listener.cancellation());
    }

    @Test
    @DisplayName("reports both losses, each over its own epochs, the same after an interruption in the pretraining")
    void runs() throws IOException {
        RunOutcome straight = run("straight", "", new Listener(new Cancellation(), -1));
        assertThat(straight.failures()).isEmpty();
        assertThat(straight.directory().path().resolve("report.html"))
                .content()
                .contains("Pretraining loss while training", "Loss while training");

        Listener interrupting = new Listener(new Cancellation(), 2);
        assertThatThrownBy(() -> run("resumed", "", interrupting)).isInstanceOf(RunCancelledException.class);
        RunOutcome resumed =
                runner.resume(RunDirectory.open(folder.resolve("resumed")), 1, interrupting, new Cancellation());
        for (String file : List.of("model/punzi-net/parameters.safetensors", "predictions.parquet")) {
            assertThat(folder.resolve("resumed").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("straight").resolve(file));
        }
        assertThat(resumed.values()).hasSameSizeAs(straight.values());
    }

    @Test
    @DisplayName("is refused before data is read where a column is misspelt or the trainer has no pretraining")
    void configuration() {
        assertThatThrownBy(() -> assembly("model.loss.weight = wieght\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("analysis.conf:4: the model 'punzi-net' asks for 'wieght'")
                .hasMessageContaining("Did you mean 'weight'?");
        assertThatThrownBy(() -> assembly("trainer = null\ntrainer = { type = neural }\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "the trainer 'neural' cannot train the model 'punzi-net': the model has a loss for a"
                                + " pretraining of its own");
    }

    @Test
    @DisplayName("has the columns of every point of a grid over its loss, and refuses those that there are not")
    void grid() throws IOException {
        String windows = "grid { folds = 2, \"model.loss.window\" = [\"0.25\", \"0.2 + 0.01 * genMass\"] }\n"
                + "trainer { epochs = 1, pretraining.epochs = 1 }\nmetrics = []\n";
        RunOutcome outcome = run("grid", windows, new Listener(new Cancellation(), -1));

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().name().equals("grid-loss"))
                .hasSize(2)
                .allSatisfy(metric -> assertThat(metric.value().value()).isPositive());
        assertThatThrownBy(() -> assembly("grid { \"model.loss.weight\" = [weight, wieght] }\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("analysis.conf:11: the model 'punzi-net' asks for 'wieght'")
                .hasMessageContaining("Did you mean 'weight'?");
    }

    @Test
    @DisplayName("refuses negative weights before it trains")
    void negativeWeights() {
        assertThatThrownBy(() ->
                        run("negative", "model.loss.weight = \"weight - 100\"\n", new Listener(new Cancellation(), -1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("training rows: the loss of output 'class': row ")
                .hasMessageContaining("of this background row, 'weight - 100', is negative");
    }

    /** Asks for a stop after so many epochs. */
    private record Listener(Cancellation cancellation, int after) implements RunListener {

        @Override
        public void stage(String name) {
            // Nobody looks.
        }

        @Override
        public void progress(long done, long total, String message) {
            if (done == after && message.startsWith("pretraining")) {
                cancellation.request();
            }
        }

        @Override
        public void warning(String message) {
            // Nobody looks.
        }
    }
}
