package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.FoldedData;
import org.muonframework.data.Prepared;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.AssembledModel;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

@DisplayName("A run with reweighting")
class ReweightRunTest {

    private static final int ROWS = 6000;
    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    private static final String FOUR = """
            weights.reweight {
              mode = none, variable = pt, edges = [4, 6, 8, 12, 20, 60]
              check { absEta = "abs(eta)" }
            }
            models {
              nominal {}
              flat { reweight { mode = flatten } }
              signal { reweight { mode = signal-to-background } }
              background { reweight { mode = background-to-signal } }
            }
            """;

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void writeMuons() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("event,pt,eta,quality,y,w\n");
        for (int row = 0; row < ROWS; row++) {
            int label = random.nextInt(5) < 3 ? 1 : 0;
            double pt = 4 - (label == 1 ? 9 : 5) * Math.log(1 - random.nextDouble());
            double quality = label + 4 * random.nextDouble() - 2 + pt / 20;
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%.5f,%.5f,%d,%.4f%n",
                    row,
                    pt,
                    random.nextDouble(-2.5, 2.5),
                    quality,
                    label,
                    random.nextDouble(0.5, 1.5)));
        }
        Files.writeString(folder.resolve("muons.csv"), text);
    }

    private AnalysisPlan plan(String more) throws IOException {
        Path file =
                Files.writeString(folder.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"] }
                label = y, classes = [background, signal], features = [quality, eta]
                split { by = [event] }
                weights { expression = w, normalise = mean-one }
                model { type = boosted-trees }, trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
                metrics = [roc]
                """.formatted(folder.resolve("muons.csv")) + more);
        return new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "reweighted");
    }

    private Assembly assembly(String more) throws IOException {
        return new Assembler().assemble(plan(more), new RunOptions(1, Path.of("")));
    }

    private static Prepared data(Assembly assembly) {
        return DataReading.of(assembly).read(new Heard(new ArrayList<>()), new Cancellation());
    }

    private RunOutcome run(String more) throws IOException {
        Assembly assembly = assembly(more);
        RunOptions options = new RunOptions(1, Path.of(""));
        RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve("run")));
        return new Execution(
                        assembly,
                        options,
                        directory,
                        new Heard(warnings),
                        new Cancellation(),
                        Manifest.begin(assembly.plan(), options, REGISTRY))
                .run();
    }

    private static double value(RunOutcome outcome, String model, String name, String... keys) {
        return outcome.values().stream()
                .filter(metric -> metric.model().equals(model))
                .map(ModelMetric::value)
                .filter(value -> value.name().equals(name))
                .filter(value ->
                        Arrays.stream(keys).allMatch(key -> (value.sample().label() + value.keys()).contains(key)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    @DisplayName("compares four models side by side, each with the closure of its weights in the report")
    void sideBySide() throws IOException {
        RunOutcome outcome = run(FOUR);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.values())
                .filteredOn(metric -> metric.metric().equals("reweighting"))
                .extracting(ModelMetric::model)
                .doesNotContain("nominal")
                .contains("flat", "signal", "background");
        for (String model : List.of("flat", "signal", "background")) {
            assertThat(value(outcome, model, "chi2-per-ndf", "training", "variable=pt", "stage=before"))
                    .isGreaterThan(20);
            assertThat(value(outcome, model, "chi2-per-ndf", "training", "variable=pt", "stage=after"))
                    .isLessThan(1e-9);
            assertThat(value(outcome, model, "chi2-per-ndf", "validation", "variable=pt", "stage=after"))
                    .isLessThan(4);
            assertThat(value(outcome, model, "ks-p-value", "training", "variable=absEta", "stage=after"))
                    .isGreaterThan(1e-3);
            assertThat(folder.resolve("run/figures/" + model + "-reweighting-pt-validation.svg"))
                    .exists();
        }
        assertThat(value(outcome, "signal", "effective-sample-size", "training", "class=signal"))
                .isLessThan(value(outcome, "signal", "effective-sample-size-before", "training", "class=signal"));
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("id=\"closure\"");
        assertThat(outcome.headline())
                .extracting(metric -> metric.value().name())
                .contains("auc")
                .doesNotContain("ks-distance", "effective-sample-size");
    }

    @Test
    @DisplayName("trains on the new weights and judges by the old ones")
    void trainingWeights() throws IOException {
        Assembly assembly = assembly(FOUR);
        PreparedData data = (PreparedData) data(assembly);
        PreparedPart training = data.training();
        float[] before = training.trainingWeights().clone();
        Reweights reweights = Reweights.fit(assembly, data);

        float[] nominal = reweights.weights(assembly.models().get(0), 0, training);
        float[] signal = reweights.weights(assembly.models().get(2), 0, training);
        float[] validation = reweights.weights(assembly.models().get(2), 0, data.validation());

        assertThat(assembly.models())
                .extracting(model -> model.plan().name())
                .containsExactly("nominal", "flat", "signal", "background");
        assertThat(nominal).isEqualTo(before);
        assertThat(training.trainingWeights()).as("the data themselves").isEqualTo(before);
        assertThat(factor(signal, training, 4, 6)).as("soft signal").isGreaterThan(1.2);
        assertThat(factor(signal, training, 20, 60)).as("hard signal").isLessThan(0.8);
        assertThat(factor(validation, data.validation(), 20, 60))
                .isCloseTo(factor(signal, training, 20, 60), within(1e-5));
    }

    @Test
    @DisplayName("takes nothing from the rows of other parts")
    void trainingPartOnly() throws IOException {
        Assembly assembly = assembly("weights.reweight { variable = pt, mode = flatten, bins = 5 }");
        PreparedData data = (PreparedData) data(assembly);
        AssembledModel model = assembly.models().get(0);
        float[] weights = Reweights.fit(assembly, data).weights(model, 0, data.training());

        for (PreparedPart part : data.parts().subList(1, data.parts().size())) {
            Arrays.fill(part.columns().get("pt"), 5);
            Arrays.fill(part.trainingWeights(), 100);
        }

        assertThat(Reweights.fit(assembly, data).weights(model, 0, data.training()))
                .isEqualTo(weights);
        Arrays.fill(data.training().trainingWeights(), 0, 100, 9);
        assertThat(Reweights.fit(assembly, data).weights(model, 0, data.training()))
                .isNotEqualTo(weights);
    }

    /** The factor of the signal rows in a bin of pt. */
    private static double factor(float[] weights, PreparedPart part, double low, double high) {
        double[] pt = part.columns().get("pt");
        int row = 0;
        while (part.labels()[row] != 1 || pt[row] < low || pt[row] >= high) {
            row++;
        }
        return weights[row] / part.trainingWeights()[row];
    }

    @Test
    @DisplayName("fits with folds to the training rows of each fold")
    void folds() throws IOException {
        Assembly assembly =
                assembly("folds = 3\nweights.reweight { variable = pt, mode = signal-to-background, bins = 4 }");
        FoldedData data = (FoldedData) data(assembly);
        Reweights reweights = Reweights.fit(assembly, data);
        AssembledModel model = assembly.models().get(0);

        for (int fold = 0; fold < 3; fold++) {
            PreparedPart training = data.training(fold).training();
            double before = 0;
            double after = 0;
            float[] weights = reweights.weights(model, fold, training);
            for (int row = 0; row < weights.length; row++) {
                before += training.trainingWeights()[row];
                after += weights[row];
            }
            assertThat(after).isCloseTo(before, within(1e-4 * before));
        }
        PreparedPart rows = data.training(0).training();
        assertThat(reweights.weights(model, 1, rows)).isNotEqualTo(reweights.weights(model, 0, rows));
    }

    @Test
    @DisplayName("reports variables, checks and classes that do not exist at their keys")
    void unknownNames() {
        String section = """
                weights.reweight {
                  variables { pt { expression = "ppt" }, etta {} }
                  check { z = "eta +" }
                  signal = signall
                  mode = flatten
                }
                """;
        assertThatThrownBy(() -> assembly(section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("analysis.conf:8: 'reweight.variables.pt.expression'")
                .hasMessageContaining("analysis.conf:8: 'reweight.variables.etta'")
                .hasMessageContaining("analysis.conf:9: 'reweight.check.z'")
                .hasMessageContaining("analysis.conf:10: 'reweight.signal': there is no class 'signall'. Did you mean"
                        + " 'signal'?");
    }

    @Test
    @DisplayName("stops before any training where classes have no bin in common")
    void impossible() {
        assertThatThrownBy(() -> run("""
                        models {
                          first {}
                          second { reweight { variable = pt, mode = signal-to-background, edges = [-5, 0] } }
                        }
                        """))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("analysis.conf:9")
                .hasMessageContaining("cannot be reweighted");
        assertThat(folder.resolve("run/model/first")).doesNotExist();
    }

    @Test
    @DisplayName("warns before the training where few effective rows are left")
    void warned() throws IOException {
        run("weights.reweight { variable = pt, mode = flatten, edges = [4, 5, 60], cap = 50 }\n"
                + "dataset.selection = \"pt < 5 || pt > 25\"");

        assertThat(warnings).anySatisfy(warning -> assertThat(warning)
                .startsWith("boosted-trees, reweighting: the effective number of rows of class 'background'"));
    }

    /** Keeps the warnings. */
    private record Heard(List<String> warnings) implements RunListener {

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
