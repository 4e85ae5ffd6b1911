package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.assemble.AssembledMetric;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.ModelPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

@DisplayName("A run in folds, whose models remember what they have seen")
class FoldStageTest {

    private static final int ROWS = 600;
    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    private final MemoryTrainerProvider trainer = new MemoryTrainerProvider();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private int failingEvaluation = -1;

    @BeforeEach
    void writeEventsOfThreeRows() throws IOException {
        StringBuilder text = new StringBuilder("event,id,y\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row / 3)
                    .append(',')
                    .append(row)
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }
        Files.writeString(folder.resolve("events.csv"), text);
    }

    private Execution execution(String run) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"] }
                label = y, classes = [background, signal], features = [id]
                split { by = [event] }
                folds = 5
                model { type = boosted-trees }, trainer { type = boosted-trees }
                metrics = [accuracy]
                """.formatted(folder.resolve("events.csv")));
        RunOptions options = new RunOptions(1, Path.of(""));
        AnalysisPlan plan = new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "memory");
        Assembly assembly = remembering(new Assembler().assemble(plan, options));
        RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve(run)));
        return new Execution(
                assembly,
                options,
                directory,
                new Silence(),
                new Cancellation(),
                Manifest.begin(plan, options, REGISTRY));
    }

    /** The same analysis with a trainer that remembers, and a metric that keeps what it is shown. */
    private Assembly remembering(Assembly assembly) {
        AssembledModel model = assembly.models().get(0);
        Configured<TrainerProvider<?>> memory = new Configured<>(
                new Service<>(
                        ServiceKind.TRAINER,
                        "memory",
                        "",
                        trainer,
                        REGISTRY.plugins().get(0)),
                new MemoryTrainerProvider.Settings(),
                "");
        ModelPlan plan = new ModelPlan(
                "memory",
                model.plan().features(),
                model.plan().model(),
                memory,
                model.plan().reweight());
        AssembledMetric metric = new AssembledMetric(assembly.metrics().get(0).plan(), evaluation -> {
            evaluations.add(evaluation);
            if (evaluations.size() == failingEvaluation) {
                throw new IllegalStateException("too few rows");
            }
            MetricValue rows = MetricValue.of(
                    "rows", Part.TEST, evaluation.evaluatedSample().rows());
            return MetricResult.of(List.of(rows), List.of());
        });
        return new Assembly(
                assembly.plan(),
                assembly.dataset(),
                assembly.columns(),
                assembly.task(),
                assembly.preparation(),
                List.of(new AssembledModel(plan, model.task(), model.model(), model.trainer(), model.columns())),
                List.of(metric),
                assembly.variations());
    }

    private Map<String, List<Object>> predictions(String run) {
        return Tables.read(
                Formats.open(InputFile.of(folder.resolve(run).resolve("predictions.parquet")), Tables.OPTIONS));
    }

    @Test
    @DisplayName("predicts no row by a model that saw its event in training or validation")
    void noneWasSeen() throws IOException {
        execution("run").run();

        Map<String, List<Object>> predictions = predictions("run");
        assertThat(predictions.get("score")).hasSize(ROWS).containsOnly(0.0f);
        assertThat(predictions.get("part")).containsOnly("test");
        assertThat(new HashSet<>(predictions.get("fold"))).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        for (int row = 0; row < ROWS; row += 3) {
            assertThat(Collections.frequency(
                            predictions.get("fold").subList(row, row + 3),
                            predictions.get("fold").get(row)))
                    .as("rows of event %d in its fold", row / 3)
                    .isEqualTo(3);
        }
    }

    @Test
    @DisplayName("shows the metrics all rows out of fold, all rows in sample, and each fold")
    void samples() throws IOException {
        RunOutcome outcome = execution("run").run();

        Evaluation whole = evaluations.get(0);
        assertThat(whole.evaluated()).isEqualTo(Part.TEST);
        assertThat(whole.evaluatedSample().predictions()[0]).hasSize(ROWS).containsOnly(0);
        assertThat(whole.sample(Part.TRAINING).orElseThrow().predictions()[0])
                .hasSize(ROWS)
                .containsOnly(1);
        List<Evaluation> folds = evaluations.subList(1, evaluations.size());
        assertThat(folds).hasSize(5);
        assertThat(folds.stream()
                        .map(Evaluation::evaluatedSample)
                        .mapToInt(Sample::rows)
                        .sum())
                .isEqualTo(ROWS);
        assertThat(outcome.headline())
                .filteredOn(metric -> !metric.metric().equals("training"))
                .extracting(metric -> metric.value().value())
                .containsExactly((double) ROWS);
        assertThat(outcome.headline())
                .filteredOn(metric -> metric.metric().equals("training"))
                .extracting(metric -> metric.value().name())
                .containsExactly("scoring-rows-per-second", "scoring-latency");
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().keys().containsKey("fold"))
                .extracting(metric -> metric.value().keys().get("fold"))
                .containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    @DisplayName("tells of a metric that fails on one fold, and keeps all else")
    void failure() throws IOException {
        failingEvaluation = 3;

        RunOutcome outcome = execution("run").run();

        assertThat(outcome.failures())
                .containsExactly("metric 'accuracy' of model 'memory' failed on fold 1:"
                        + " java.lang.IllegalStateException: too few rows");
        assertThat(outcome.values())
                .filteredOn(metric -> metric.value().keys().containsKey("fold"))
                .extracting(metric -> metric.value().keys().get("fold"))
                .containsExactly("0", "2", "3", "4");
    }

    @Test
    @DisplayName("gives each training random numbers of its own")
    void seeds() throws IOException {
        execution("run").run();

        assertThat(trainer.seeds()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("goes on after an interruption with the folds that are left, to the same predictions")
    void resumed() throws IOException {
        execution("whole").run();
        List<Long> seeds = trainer.seeds();
        trainer.interruptBefore(seeds.size() + 2);

        assertThatThrownBy(() -> execution("run").run()).isInstanceOf(RunCancelledException.class);

        assertThat(folder.resolve("run/model/memory/fold-1")).isDirectory();
        assertThat(folder.resolve("run/model/memory/fold-2")).doesNotExist();
        trainer.interruptBefore(Integer.MAX_VALUE);
        execution("run").run();
        assertThat(trainer.seeds().subList(5, 10)).isEqualTo(seeds);
        assertThat(predictions("run")).isEqualTo(predictions("whole"));
    }
}
