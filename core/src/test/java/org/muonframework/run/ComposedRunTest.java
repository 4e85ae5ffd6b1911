package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
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

@DisplayName("A run with regions, a grid and an ensemble")
class ComposedRunTest {

    private static final String REGIONS = "regions { variable = mass, edges = [3, 6] }\n";
    private static final String GRID =
            "grid { folds = 3, \"trainer.max-depth\" = [1, 3], \"trainer.rounds\" = [2, 4] }\n";

    private static final String ENSEMBLE = "ensemble { size = 3 }\n";

    @TempDir
    private Path folder;

    private Candidates candidates;

    @BeforeEach
    void writeCandidates() throws IOException {
        candidates = new Candidates(folder);
    }

    @Test
    @DisplayName("searches in each region of each fold, tells of all points, and is judged on variations")
    void everything() throws IOException {
        candidates.write("shifted.csv", 600, 1);
        String shifted = "variations { shifted { dataset { files = [\"" + folder.resolve("shifted.csv") + "\"] } } }\n";

        RunOutcome outcome = candidates.run("run", "folds = 3\n" + shifted + REGIONS + GRID);

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
        assertThat(candidates.predictions("run").get("score"))
                .hasSize(Candidates.ROWS)
                .doesNotContain(Float.NaN);
        assertThat(candidates.messages)
                .anyMatch(message -> message.startsWith("region 2 of 3 (3 <= mass < 6): grid point "));
    }

    @Test
    @DisplayName("needs memory for a copy of the rows for regions, and for one for each training of a grid at once")
    void memory() throws IOException {
        int row = Float.BYTES * (2 + 2) + Long.BYTES;
        double trained = 0.8;

        long plain = bytesPerRow("grid = null");
        assertThat(bytesPerRow(GRID) - plain)
                .as("two threads; each row keeps its event")
                .isEqualTo(Long.BYTES + (long) Math.ceil(2 * row * trained));
        assertThat(bytesPerRow("grid { folds = 2, \"trainer.rounds\" = [2] }\nregions { variable = x, edges = [0] }\n")
                        - plain)
                .isEqualTo(Long.BYTES + (long) Math.ceil((2 + 1) * row * trained));
        assertThat(bytesPerRow("regions { variable = x, edges = [0] }") - plain)
                .isEqualTo((long) Math.ceil((row - Long.BYTES) * trained));

        String limited = "memory-limit = \"" + (Candidates.ROWS * (bytesPerRow(GRID) + plain) / 2) + " B\"\n";
        candidates.run("plain", limited);
        assertThatThrownBy(() -> candidates.run("grid", limited + GRID))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("selected rows take more than");
    }

    private long bytesPerRow(String more) throws IOException {
        Assembly assembly = candidates.assembly(more + "\n");
        return Preparation.of(assembly.dataset(), assembly.preparation()).bytesPerRow();
    }

    @Test
    @DisplayName("goes on after an interruption amid the grid, to the same predictions and the same report of it")
    void resumed() throws IOException {
        RunOutcome whole = candidates.run("whole", REGIONS + GRID);
        candidates.stopAfter = candidates.messages.size() / 2;
        candidates.messages.clear();
        assertThatThrownBy(() -> candidates.run("run", REGIONS + GRID)).isInstanceOf(RunCancelledException.class);
        assertThat(folder.resolve("run/checkpoint/boosted-trees/region-0/finished/grid.json"))
                .isRegularFile();

        candidates.stopAfter = Integer.MAX_VALUE;
        candidates.cancellation = new Cancellation();
        RunOutcome outcome = candidates.resume("run");

        assertThat(candidates.predictions("run")).isEqualTo(candidates.predictions("whole"));
        assertThat(ofGrid(outcome)).isEqualTo(ofGrid(whole)).isNotEmpty();
    }

    @Test
    @DisplayName("makes the best point of each region an ensemble, tells what its members count, and predicts again")
    void ensembles() throws IOException {
        RunOutcome outcome =
                candidates.run("run", REGIONS + ENSEMBLE + "grid { folds = 2, \"trainer.rounds\" = [1, 4] }");

        assertThat(outcome.failures()).isEmpty();
        assertThat(candidates.warnings).noneMatch(warning -> warning.contains("ensemble"));
        List<ModelMetric> weights = outcome.values().stream()
                .filter(metric -> metric.value().name().equals("ensemble-weight"))
                .toList();
        assertThat(weights)
                .hasSize(3 * 3)
                .allSatisfy(weight -> assertThat(weight.value().value()).isBetween(0.3, 0.37));
        assertThat(weights.get(3).value().keys()).containsOnly(entry("region", "3 <= mass < 6"), entry("member", "1"));
        assertThat(folder.resolve("run/model/boosted-trees/region-1/best/member-2"))
                .isDirectory();
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("Members of the ensemble boosted-trees")
                .contains("fitted by all members but one");
        Files.copy(folder.resolve("candidates.csv"), folder.resolve("again.csv"));
        Files.writeString(folder.resolve("again.csv"), "\n", StandardOpenOption.APPEND);
        predict("again.csv", "again-scores.csv");
        List<Object> again = candidates.table("again-scores.csv").get("score");
        List<Object> first = candidates.predictions("run").get("score");
        assertThat(again.stream().map(score -> ((Number) score).floatValue()).sorted())
                .containsExactlyElementsOf(first.stream()
                        .map(score -> ((Number) score).floatValue())
                        .sorted()
                        .toList());
    }

    @Test
    @DisplayName("goes on after an interruption amid an ensemble, to the same predictions")
    void resumedEnsemble() throws IOException {
        candidates.run("whole", ENSEMBLE + "folds = 3");
        candidates.stopAfter = candidates.messages.size() / 2;
        candidates.messages.clear();
        assertThatThrownBy(() -> candidates.run("run", ENSEMBLE + "folds = 3"))
                .isInstanceOf(RunCancelledException.class);

        candidates.stopAfter = Integer.MAX_VALUE;
        candidates.cancellation = new Cancellation();
        RunOutcome outcome = candidates.resume("run");

        assertThat(candidates.predictions("run")).isEqualTo(candidates.predictions("whole"));
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().name().equals("ensemble-loss"))
                .hasSize(3 * 3)
                .allSatisfy(loss -> assertThat(loss.value().keys()).containsOnlyKeys("fold", "member"));
    }

    @Test
    @DisplayName("refuses an ensemble over folds without a test part, since its members fit the validation part too")
    void noTest() throws IOException {
        String split = "split { train = 0.7, validation = 0.3 }\n";
        assertThatThrownBy(() -> candidates.assembly(split + ENSEMBLE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("analysis.conf:7")
                .hasMessageContaining("leaves no test part")
                .hasMessageContaining("over = seeds");
        assertThat(candidates
                        .assembly(split + ENSEMBLE + "ensemble.over = seeds")
                        .models())
                .hasSize(1);
    }

    private static List<ModelMetric> ofGrid(RunOutcome outcome) {
        return outcome.values().stream()
                .filter(metric -> metric.metric().equals("grid"))
                .toList();
    }

    @Test
    @DisplayName("predicts new rows by the model of their region, for which they need its variable")
    void newRows() throws IOException {
        candidates.run("run", REGIONS);
        candidates.write("new.csv", 400, 2);
        Files.writeString(
                folder.resolve("without.csv"),
                Files.readString(folder.resolve("new.csv")).replace("mass", "m"));

        predict("new.csv", "scores.csv");

        assertThat(candidates.table("scores.csv").get("score")).hasSize(400).doesNotContain(Double.NaN);
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
        new Predictor(
                        Candidates.REGISTRY,
                        new AnalysisFileReader(Map.of()),
                        new PlanReader(Candidates.REGISTRY, Candidates.BINDER),
                        Candidates.BINDER)
                .predict(RunDirectory.open(folder.resolve("run")), request, candidates, new Cancellation());
    }

    @Test
    @DisplayName("keeps the number of its event with each row where a grid or an ensemble asks for it, with folds too")
    void events() throws IOException {
        PreparedData plain = (PreparedData) candidates.read(candidates.assembly(""));
        assertThat(plain.training().rows().events()).isEmpty();

        PreparedData seeds = (PreparedData) candidates.read(candidates.assembly(ENSEMBLE + "ensemble.over = seeds"));
        assertThat(seeds.training().rows().events()).isEmpty();

        PreparedData split = (PreparedData) candidates.read(candidates.assembly(ENSEMBLE));
        FoldedData folded = (FoldedData) candidates.read(candidates.assembly(GRID + "folds = 4"));

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
        Set<Long> validated = LongStream.of(
                        folded.training(1).validation().rows().events())
                .boxed()
                .collect(Collectors.toSet());
        assertThat(LongStream.of(folded.training(1).training().rows().events()))
                .hasSizeGreaterThan(Candidates.ROWS / 3)
                .noneMatch(validated::contains);
    }

    @Test
    @DisplayName("trains networks of the fused path at once, to the same numbers on one thread and on two")
    void networks() throws IOException {
        Assembly assembly = candidates.assembly("""
                model = null, trainer = null
                models { net {
                  model { type = mlp, hidden = [8] }, trainer { type = neural, epochs = 3, batch-size = 256 }
                  grid { folds = 2, "model.hidden" = [[4], [8]], "trainer.optimizer.learning-rate" = [1e-4, 1e-2] }
                } }
                """);
        AssembledModel model = assembly.models().get(0);
        PreparedData data = (PreparedData) candidates.read(assembly);
        List<List<Search>> searches = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve("run-" + threads)));
            RunOptions options = new RunOptions(threads, Path.of(""));
            Trainings trainings = new Trainings(
                    new Assembler().assemble(assembly.plan(), options),
                    Reweights.fit(assembly, data),
                    options,
                    directory,
                    candidates,
                    candidates.cancellation);
            assertThat(model.trainer().concurrent(model.model())).isTrue();
            try (TrainedModel trained = trainings.trained(model, data)) {
                searches.add(trained.searches());
            }
        }

        assertThat(searches.get(1)).isEqualTo(searches.get(0));
        assertThat(searches.get(0)
                        .get(0)
                        .points()
                        .get(searches.get(0).get(0).best())
                        .values())
                .as("the larger rate learns more in three epochs")
                .contains("1e-2");
    }

    @Test
    @DisplayName("stops before the training where a row has no region, whatever stands for missing values")
    void missingVariable() throws IOException {
        Path file = folder.resolve("candidates.csv");
        Files.writeString(file, Files.readString(file) + "99999,0.1,0.2,NaN,-999,0\n");

        assertThatThrownBy(() -> candidates.run("run", REGIONS + "dataset.missing.policy = mean"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'mass' is missing")
                .hasMessageContaining("It says which region a row belongs to");
    }
}
