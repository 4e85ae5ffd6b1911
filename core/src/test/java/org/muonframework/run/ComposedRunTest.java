package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.FoldedData;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.predict.Predictor;
import org.muonframework.run.predict.ScoringRequest;
import org.muonframework.run.predict.SeenRows;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Search;
import org.muonframework.spi.train.TrainedModel;

@DisplayName("A run with regions, a grid, and rows that are kept out of training")
class ComposedRunTest {

    private static final int ROWS = 2400;
    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    private static final SettingsBinder BINDER = new SettingsBinder();
    private static final String REGIONS = "regions { variable = mass, edges = [3, 6] }\n";
    private static final String GRID = "grid { folds = 3, \"trainer.max-depth\" = [1, 3], \"trainer.rounds\" = [2, 4] }\n";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private Cancellation cancellation = new Cancellation();
    private int stopAfter = Integer.MAX_VALUE;

    @BeforeEach
    void writeCandidates() throws IOException {
        write("candidates.csv", ROWS, 1);
    }

    private void write(String name, int rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("event,x,z,mass,genMass,y\n");
        for (int row = 0; row < rows; row++) {
            int label = random.nextInt(2);
            double generated = 0.5 + random.nextInt(10);
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%.5f,%.5f,%.1f,%d%n",
                    row / 4 + 100_000 * (seed - 1),
                    label + random.nextGaussian(),
                    random.nextGaussian(),
                    Math.min(8.9, Math.max(0.1, generated + 0.1 * random.nextGaussian())),
                    label == 1 ? generated : -999,
                    label));
        }
        Files.writeString(folder.resolve(name), text);
    }

    private Assembly assembly(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"], spectators = [mass], truth = [genMass] }
                label = y, classes = [background, signal], features = [x, z]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 3, max-depth = 2 }
                metrics = [roc]
                """.formatted(folder.resolve("candidates.csv")) + more);
        return new Assembler().assemble(
                new PlanReader(REGISTRY, BINDER)
                        .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "composed"),
                new RunOptions(2, Path.of("")));
    }

    private RunOutcome run(String name, String more) throws IOException {
        Assembly assembly = assembly(more);
        Path path = folder.resolve(name);
        RunDirectory directory = new RunDirectory(Files.createDirectories(path));
        return new AnalysisRunner(
                        REGISTRY, new AnalysisFileReader(Map.of()), new PlanReader(REGISTRY, BINDER), new Assembler())
                .start(assembly, new RunOptions(2, Path.of("")), directory, new Heard(), cancellation);
    }

    private Map<String, List<Object>> table(String file) {
        return Tables.read(Formats.open(InputFile.of(folder.resolve(file)), Tables.OPTIONS));
    }

    private Map<String, List<Object>> predictions(String run) {
        return table(run + "/predictions.parquet");
    }

    @Test
    @DisplayName("searches in each region of each fold, tells of all points, and is judged on variations")
    void everything() throws IOException {
        write("shifted.csv", 600, 1);
        String shifted = "variations { shifted { dataset { files = [\"" + folder.resolve("shifted.csv") + "\"] } } }\n";

        RunOutcome outcome = run("run", "folds = 3\n" + shifted + REGIONS + GRID);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().keys().containsKey("variation"))
                .isNotEmpty();
        List<ModelMetric> losses = outcome.values().stream()
                .filter(metric -> metric.metric().equals("grid"))
                .filter(metric -> metric.value().name().equals("grid-loss"))
                .toList();
        assertThat(losses).hasSize(3 * 3 * 4).allSatisfy(loss -> {
            assertThat(loss.value().keys())
                    .containsKeys("fold", "region", "grid-point", "trainer.max-depth", "trainer.rounds");
            assertThat(loss.value().value()).isBetween(0.3, 0.7);
            assertThat(loss.value().standsForTheWhole()).isFalse();
        });
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().name().equals("grid-best-loss"))
                .hasSize(3 * 3)
                .extracting(metric -> metric.value().keys().get("trainer.rounds"))
                .as("four rounds tell more than two")
                .containsOnly("4");
        for (int fold = 0; fold < 3; fold++) {
            assertThat(folder.resolve("run/model/boosted-trees/fold-" + fold + "/region-2/grid.json"))
                    .isRegularFile();
        }
        assertThat(folder.resolve("run/figures/grid-region-1.svg")).isRegularFile();
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("Settings tried for boosted-trees")
                .contains("3 &lt;= mass &lt; 6");
        assertThat(predictions("run").get("score")).hasSize(ROWS).doesNotContain(Float.NaN);
        assertThat(messages).anyMatch(message -> message.startsWith("region 2 of 3 (3 <= mass < 6): grid point "));
    }

    @Test
    @DisplayName("goes on after an interruption amid the grid, to the same predictions and the same report of it")
    void resumed() throws IOException {
        RunOutcome whole = run("whole", REGIONS + GRID);
        stopAfter = messages.size() / 2;
        messages.clear();
        assertThatThrownBy(() -> run("run", REGIONS + GRID)).isInstanceOf(RunCancelledException.class);
        assertThat(folder.resolve("run/checkpoint/boosted-trees/region-0/finished/grid.json")).isRegularFile();

        stopAfter = Integer.MAX_VALUE;
        cancellation = new Cancellation();
        RunOutcome outcome = new AnalysisRunner(
                        REGISTRY, new AnalysisFileReader(Map.of()), new PlanReader(REGISTRY, BINDER), new Assembler())
                .resume(RunDirectory.open(folder.resolve("run")), 1, new Heard(), cancellation);

        assertThat(predictions("run")).isEqualTo(predictions("whole"));
        assertThat(ofGrid(outcome)).isEqualTo(ofGrid(whole)).isNotEmpty();
    }

    private static List<ModelMetric> ofGrid(RunOutcome outcome) {
        return outcome.values().stream()
                .filter(metric -> metric.metric().equals("grid"))
                .toList();
    }

    @Test
    @DisplayName("predicts new rows by the model of their region, for which they need its variable")
    void newRows() throws IOException {
        run("run", REGIONS);
        write("new.csv", 400, 2);
        Files.writeString(
                folder.resolve("without.csv"), Files.readString(folder.resolve("new.csv")).replace("mass", "m"));

        predict("new.csv", "scores.csv");

        assertThat(table("scores.csv").get("score")).hasSize(400).doesNotContain(Double.NaN);
        assertThatThrownBy(() -> predict("without.csv", "none.csv"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mass");
    }

    private void predict(String input, String output) {
        ScoringRequest request = new ScoringRequest(
                List.of(folder.resolve(input).toString()),
                Optional.empty(),
                folder.resolve(output),
                OptionalInt.empty(),
                SeenRows.NAN,
                false);
        new Predictor(REGISTRY, new AnalysisFileReader(Map.of()), new PlanReader(REGISTRY, BINDER), BINDER)
                .predict(RunDirectory.open(folder.resolve("run")), request, new Heard(), new Cancellation());
    }

    @Test
    @DisplayName("leaves out what 'omit' and 'train-on' say, of training and validation alone")
    void chosenRows() throws IOException {
        Assembly assembly =
                assembly("omit { variable = genMass, values = [4.5, 8.5] }\ntrain-on = \"mass > 2 && x < 3\"");
        PreparedData data =
                (PreparedData) DataReading.of(assembly).read(new Heard(), new Cancellation());
        PreparedData chosen = new TrainedRows(assembly).of(assembly.models().get(0), data);

        assertThat(chosen.parts()).hasSize(2);
        for (PreparedPart part : chosen.parts()) {
            PreparedPart before = data.part(part.part()).orElseThrow();
            int[] expected = IntStream.range(0, before.size())
                    .filter(row -> before.columns().get("mass > 2 && x < 3")[row] == 1)
                    .filter(row -> before.columns().get("genMass")[row] != 4.5
                            && before.columns().get("genMass")[row] != 8.5)
                    .toArray();
            assertThat(expected.length).isBetween(1, before.size() - 1);
            assertThat(part.size()).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(part.features()[0][i]).isEqualTo(before.features()[0][expected[i]]);
                assertThat(part.labels()[i]).isEqualTo(before.labels()[expected[i]]);
            }
        }
        assertThat(data.training().size()).isGreaterThan(chosen.training().size());
    }

    @Test
    @DisplayName("predicts and judges all rows, also those that were left out")
    void judged() throws IOException {
        run("all", "");
        run("some", "omit { variable = genMass, values = [4.5, 17] }\ntrain-on = \"mass > 2\"");

        Map<String, List<Object>> all = predictions("all");
        Map<String, List<Object>> some = predictions("some");
        for (String column : List.of("event", "part", "label", "weight")) {
            assertThat(some.get(column)).as(column).isEqualTo(all.get(column));
        }
        assertThat(some.get("score")).isNotEqualTo(all.get("score")).doesNotContain(Float.NaN);
        assertThat(warnings).contains("boosted-trees, omit: no row to train on has genMass = 17.0");
    }

    @Test
    @DisplayName("keeps the number of its event with each row where a grid asks for it, with folds too")
    void events() throws IOException {
        PreparedData plain = (PreparedData) DataReading.of(assembly("")).read(new Heard(), cancellation);
        assertThat(plain.training().rows().events()).isEmpty();

        PreparedData split = (PreparedData) DataReading.of(assembly(GRID)).read(new Heard(), cancellation);
        FoldedData folded =
                (FoldedData) DataReading.of(assembly(GRID + "folds = 4")).read(new Heard(), cancellation);

        for (PreparedPart part : List.of(split.training(), folded.rows())) {
            long[] keys = ((Column.Longs) part.keys().get("event")).values();
            long[] events = part.rows().events();
            assertThat(events).hasSameSizeAs(keys);
            assertThat(LongStream.of(events).distinct().count())
                    .isEqualTo(LongStream.of(keys).distinct().count());
            for (int row = 1; row < keys.length; row++) {
                assertThat(events[row] == events[row - 1]).isEqualTo(keys[row] == keys[row - 1]);
            }
        }
        Set<Long> validated = LongStream.of(folded.training(1).validation().rows().events())
                .boxed()
                .collect(Collectors.toSet());
        assertThat(LongStream.of(folded.training(1).training().rows().events()))
                .hasSizeGreaterThan(ROWS / 3)
                .noneMatch(validated::contains);
    }

    @Test
    @DisplayName("trains networks of the fused path at once, to the same numbers on one thread and on two")
    void networks() throws IOException {
        Assembly assembly = assembly("""
                model = null, trainer = null
                models { net {
                  model { type = mlp, hidden = [8] }, trainer { type = neural, epochs = 3, batch-size = 256 }
                  grid { folds = 2, "model.hidden" = [[4], [8]], "trainer.optimizer.learning-rate" = [1e-4, 1e-2] }
                } }
                """);
        AssembledModel model = assembly.models().get(0);
        PreparedData data = (PreparedData) DataReading.of(assembly).read(new Heard(), cancellation);
        List<List<Search>> searches = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve("run-" + threads)));
            RunOptions options = new RunOptions(threads, Path.of(""));
            Trainings trainings = new Trainings(
                    new Assembler().assemble(assembly.plan(), options),
                    Reweights.fit(assembly, data),
                    options,
                    directory,
                    new Heard(),
                    cancellation);
            assertThat(model.trainer().concurrent(model.model())).isTrue();
            try (TrainedModel trained = trainings.trained(model, data)) {
                searches.add(trained.searches());
            }
        }

        assertThat(searches.get(1)).isEqualTo(searches.get(0));
        assertThat(searches.get(0).get(0).points().get(searches.get(0).get(0).best()).values())
                .as("the larger rate learns more in three epochs")
                .contains("1e-2");
    }

    @Test
    @DisplayName("normalises the weights of the rows that are left")
    void normalised() throws IOException {
        Assembly assembly = assembly("train-on = \"mass > 2 || y == 1\"\nweights.normalise = per-class");
        PreparedData data =
                (PreparedData) DataReading.of(assembly).read(new Heard(), new Cancellation());
        PreparedPart training =
                new TrainedRows(assembly).of(assembly.models().get(0), data).training();

        double[] sums = new double[2];
        for (int row = 0; row < training.size(); row++) {
            sums[training.labels()[row]] += training.trainingWeights()[row];
        }
        assertThat(sums[0]).isCloseTo(sums[1], within(1e-3));
        assertThat(sums[0] + sums[1])
                .isCloseTo(training.size(), within(1e-2));
    }

    @Test
    @DisplayName("says which key is wrong before any data is read")
    void problems() {
        refused("regions { variable = mas, edges = [1] }", "analysis.conf:6: 'regions.variable'", "Did you mean 'mass'?");
        refused("regions { variable = \"abs(mas)\", edges = [1] }", "'regions.variable'", "Did you mean 'mass'");
        refused("regions { variable = genMass, edges = [1] }", "'regions.variable': 'genMass' is truth");
        refused("regions { variable = \"mass - genMass\", edges = [1] }", "'mass - genMass' is truth");
        refused("regions { variable = y, edges = [1] }", "'regions.variable': 'y' is truth");
        refused("regions { variable = event, edges = [1] }", "'event' identifies the event");
        refused("train-on = \"mass\"", "'train-on': a condition is needed, 'mass' is a number");
        refused("train-on = \"mas > 1\"", "'train-on'", "Did you mean 'mass'");
        refused("omit { variable = genMas, values = [1] }", "'omit.variable'", "Did you mean 'genMass'?");
        refused("models { a { omit { variable = q, values = [1] } } }", "'models.a.omit.variable'");
        refused(REGIONS + "models { a {}, b { regions = null, features = [x, mass] } }", "'mass' is a spectator");
    }

    private void refused(String section, String... parts) {
        assertThatThrownBy(() -> assembly(section))
                .as(section)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
                .satisfies(failure -> assertThat(((ConfigurationException) failure).problems()).hasSize(1));
    }

    @Test
    @DisplayName("stops before the training where a row has no region, whatever stands for missing values")
    void missingVariable() throws IOException {
        Path file = folder.resolve("candidates.csv");
        Files.writeString(file, Files.readString(file) + "99999,0.1,0.2,NaN,-999,0\n");

        assertThatThrownBy(() -> run("run", REGIONS + "dataset.missing.policy = mean"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'mass' is missing")
                .hasMessageContaining("It says which region a row belongs to");
    }

    @Test
    @DisplayName("stops where nothing is left to train on, naming the model")
    void nothingLeft() {
        assertThatThrownBy(() -> run("run", "train-on = \"mass > 100\""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("model 'boosted-trees'")
                .hasMessageContaining("leave none of the");
        assertThatThrownBy(() -> run("run", "train-on = \"y == 1\""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("leave only one class in the training part, 'signal'");
    }

    /** Keeps what it is told, and stops when it has heard enough. */
    private final class Heard implements RunListener {

        @Override
        public void stage(String name) {
            // Nobody looks.
        }

        @Override
        public void progress(long done, long total, String message) {
            messages.add(message);
            if (messages.size() >= stopAfter) {
                cancellation.request();
            }
        }

        @Override
        public void warning(String message) {
            warnings.add(message);
        }
    }
}
