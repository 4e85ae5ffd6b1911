package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
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
import org.muonframework.spi.Context;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

@DisplayName("A variation of the same events, judged by models that remember what they have seen")
class VariationEventsTest {

    private static final int ROWS = 600;
    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    private final MemoryTrainerProvider trainer = new MemoryTrainerProvider();
    private final List<Evaluation> nominal = new ArrayList<>();
    private final List<Evaluation> varied = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Consumer<Evaluation> asking = evaluation -> {};

    @BeforeEach
    void writeTheSameEventsTwice() throws IOException {
        write("nominal.csv", 1);
        write("kaons-up.csv", 2);
    }

    private void write(String name, int shift) throws IOException {
        StringBuilder text = new StringBuilder("event,id,y,x\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row / 2).append(',').append(row).append(',').append(row % 2);
            text.append(',').append(row == 7 ? "" : row * shift).append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }

    private RunOutcome run(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%1$s/nominal.csv"] }
                label = y, classes = [background, signal], features = [id]
                split { by = [event] }
                model { type = boosted-trees }, trainer { type = boosted-trees }
                metrics = [accuracy]
                variations.kaons-up.dataset.files = ["%1$s/kaons-up.csv"]
                """.formatted(folder) + more);
        RunOptions options = new RunOptions(1, Path.of(""));
        AnalysisPlan plan = new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "memory");
        RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve("run")));
        return new Execution(
                        remembering(new Assembler().assemble(plan, options)),
                        options,
                        directory,
                        new Heard(),
                        new Cancellation(),
                        Manifest.begin(plan, options, REGISTRY))
                .run();
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
        Metric keeping = evaluation -> {
            (evaluation.nominal().isPresent() ? varied : nominal).add(evaluation);
            asking.accept(evaluation);
            return MetricResult.of(List.of(), List.of());
        };
        return new Assembly(
                assembly.plan(),
                assembly.dataset(),
                assembly.columns(),
                assembly.task(),
                assembly.preparation(),
                List.of(new AssembledModel(
                        plan,
                        model.task(),
                        model.model(),
                        trainer.create(new MemoryTrainerProvider.Settings(), Context.standalone(1, 1)),
                        model.columns())),
                List.of(new AssembledMetric(assembly.metrics().get(0).plan(), keeping)),
                assembly.variations());
    }

    private static Set<Float> ids(Sample sample) {
        Set<Float> ids = new TreeSet<>();
        for (float id : sample.features()[0]) {
            ids.add(id);
        }
        return ids;
    }

    @Test
    @DisplayName("is judged on the rows of the test part alone, which no model has seen")
    void testPart() throws IOException {
        run("");

        Sample test = nominal.get(0).evaluatedSample();
        Sample sample = varied.get(0).evaluatedSample();
        assertThat(ids(sample)).isEqualTo(ids(test)).hasSizeBetween(ROWS / 10, ROWS / 3);
        assertThat(sample.predictions()[0]).containsOnly(0);
        assertThat(varied.get(0).samples()).extracting(Sample::part).containsExactly(Part.TEST);
        assertThat(trainer.seeds()).hasSize(1);
    }

    @Test
    @DisplayName("is divided by the keys of the dataset, not by columns that are derived from them")
    void derivedFromKeys() throws IOException {
        run("split.by = [], dataset { keys = [event], derive { parity = \"event % 2\" } }\n");

        Sample sample = varied.get(0).evaluatedSample();
        assertThat(ids(sample)).isEqualTo(ids(nominal.get(0).evaluatedSample()));
        assertThat(sample.predictions()[0]).containsOnly(0);
    }

    @Test
    @DisplayName("comes with a warning of values that are missing, and of many beyond the limits")
    void valuesOfFeatures() throws IOException {
        run("features = [id, x], dataset { missing.policy = median, clip { low = 0, high = 600, columns = [x] } }\n");

        assertThat(warnings)
                .contains("variation kaons-up: 1 missing values of 'x', treated by the policy 'median'")
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("variation kaons-up: feature 'x': ")
                        .contains("set to the limits 0 and 600"));
    }

    @Test
    @DisplayName("comes with a warning where it has a weight column and the analysis has none")
    void weightColumn() throws IOException {
        run("""
                variations.kaons-up.dataset {
                  files = null
                  samples.all { files = ["%s/kaons-up.csv"], weight = "2" }
                }
                """.formatted(folder));

        assertThat(warnings)
                .anySatisfy(warning -> assertThat(warning).contains("'kaons-up' has the weight column 'weight'"));
    }

    @Test
    @DisplayName("is judged with the nominal sample beside it: the evaluated part and the validation part")
    void nominalSample() throws IOException {
        run("");

        Evaluation reference = varied.get(0).reference();
        assertThat(reference).isEqualTo(varied.get(0).nominal().orElseThrow());
        assertThat(reference.samples()).extracting(Sample::part).containsExactly(Part.VALIDATION, Part.TEST);
        assertThat(reference.evaluatedSample().predictions()[0]).containsOnly(0);
        assertThat(reference.sample(Part.VALIDATION).orElseThrow().predictions()[0])
                .containsOnly(0.5f);
    }

    @Test
    @DisplayName("is judged with folds on all rows, each by the model that has not seen its event")
    void folds() throws IOException {
        run("folds = 3\n");

        Sample sample = varied.get(0).evaluatedSample();
        assertThat(sample.predictions()[0]).hasSize(ROWS).containsOnly(0);
        assertThat(varied).hasSize(1);
        assertThat(trainer.seeds()).hasSize(3);
    }

    @Test
    @DisplayName("gives the model itself to metrics that ask it")
    void reprediction() throws IOException {
        List<float[][]> again = new ArrayList<>();
        asking = evaluation ->
                again.add(evaluation.reprediction().orElseThrow().predict(new int[] {0}, new float[][] {{-1}}));

        run("");

        assertThat(again.get(0)[0]).containsExactly(0);
    }

    @Test
    @DisplayName("gets the fitted values of the nominal training part in the place of missing ones")
    void missingValues() throws IOException {
        run("features = [id, x], folds = 3, dataset.missing.policy = median\n");

        float[] x = varied.get(0).evaluatedSample().features()[1];
        float[] nominalX = nominal.get(0).evaluatedSample().features()[1];
        assertThat(x[7]).isEqualTo(nominalX[7]);
        assertThat(x[8]).isEqualTo(2 * nominalX[8]);
    }

    @Test
    @DisplayName("comes with a warning where events are known by their place in a file only")
    void byPlace() throws IOException {
        run("dataset.keys = [file, entry], split.by = []\n");

        assertThat(warnings)
                .anySatisfy(warning -> assertThat(warning).contains("known by file and row only", "kaons-up"));
    }

    @Test
    @DisplayName("keeps to the limit of memory, beside the nominal rows")
    void memory() throws IOException {
        assertThat(run("memory-limit = \"18 kB\"\n").failures())
                .singleElement()
                .asString()
                .contains("variation 'kaons-up'", "selected rows take more than", "less the rows of the analysis");
    }

    /** Keeps the warnings. */
    private final class Heard implements RunListener {

        @Override
        public void stage(String name) {
            // Nobody looks.
        }

        @Override
        public void progress(long done, long total, String message) {
            // Nobody looks.
        }

        @Override
        public void warning(String message) {
            warnings.add(message);
        }
    }
}
