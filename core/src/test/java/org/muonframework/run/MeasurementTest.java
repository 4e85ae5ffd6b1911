package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.plan.Configured;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("An analysis without a model")
class MeasurementTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    private final List<Evaluation> evaluations = new ArrayList<>();

    @BeforeEach
    void writeMasses() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "mass,w\n90,1\n91,2\n92,-1\n10,1\n");
    }

    @Test
    @DisplayName("shows its metrics all selected rows, with their weights and the columns asked for")
    void metricsSeeAllRows() throws IOException {
        RunOutcome outcome = execution(mean()).run();

        assertThat(evaluations).hasSize(1);
        Sample sample = evaluations.get(0).evaluatedSample();
        assertThat(sample.part()).isEqualTo(Part.WHOLE);
        assertThat(sample.columns().get("2 * mass")).containsExactly(180, 182, 184);
        assertThat(sample.weights()).containsExactly(1, 2, -1);
        assertThat(sample.predictions()).isEmpty();
        assertThat(outcome.headline()).extracting(ModelMetric::model).containsExactly("data");
    }

    @Test
    @DisplayName("leaves numbers and a report, but no model and no predictions")
    void leavesAReport() throws IOException {
        RunOutcome outcome = execution(mean()).run();

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.directory().report()).content().contains("3 rows of files as they are, nothing trained");
        assertThat(outcome.directory().metrics()).content().contains("\"whole\"");
        assertThat(outcome.directory().predictions()).doesNotExist();
        assertThat(outcome.directory().ranges()).doesNotExist();
    }

    @Test
    @DisplayName("keeps what the other metrics found when one of them fails, and says which did")
    void aFailingMetricIsNamed() throws IOException {
        Metric broken = ofData(evaluation -> {
            throw new IllegalStateException("the fit went astray");
        });

        RunOutcome outcome = execution(broken, mean()).run();

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.failures())
                .singleElement()
                .asString()
                .contains("metric 'metric-0' of model 'data' failed", "the fit went astray");
        assertThat(outcome.values()).hasSize(1);
        assertThat(outcome.directory().report()).content().contains("the fit went astray");
    }

    @Test
    @DisplayName("survives metrics that run out of memory, were built for another version or give nothing")
    void metricsThatFailBadly() throws IOException {
        Metric greedy = ofData(evaluation -> {
            throw new OutOfMemoryError("Java heap space");
        });
        Metric outdated = ofData(evaluation -> {
            throw new NoSuchMethodError("Sample.energies()");
        });
        Metric empty = ofData(evaluation -> null);

        RunOutcome outcome = execution(greedy, outdated, empty, mean()).run();

        assertThat(outcome.failures())
                .hasSize(3)
                .anySatisfy(failure -> assertThat(failure).contains("metric-0", "Java heap space"))
                .anySatisfy(failure -> assertThat(failure).contains("metric-1", "Sample.energies()"))
                .anySatisfy(failure -> assertThat(failure).contains("metric-2", "it gives no result"));
        assertThat(outcome.values()).hasSize(1);
    }

    @Test
    @DisplayName("needs metrics, and no trainer")
    void needsMetrics() {
        assertThatThrownBy(() -> plan("dataset { type = files, files = [\"pairs.csv\"] }, trainer { type = neural }"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("neither 'model' nor 'metrics' is given")
                .hasMessageContaining("'trainer' has no meaning without a 'model'");
    }

    @Test
    @DisplayName("is not what a model with a misspelt name makes of an analysis")
    void misspeltModel() {
        assertThatThrownBy(() -> plan("""
                        dataset { type = files, files = ["pairs.csv"] }
                        model { type = mpl }, trainer { type = neural }, split { train = 0.9 , validation = 0.1 }
                        """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'mpl'")
                .hasMessageNotContaining("has no meaning");
    }

    @Test
    @DisplayName("refuses metrics of predictions, and what is for training only")
    void refusesWhatNeedsAModel() {
        assertThatThrownBy(() -> execution(evaluation -> MetricResult.of(List.of(), List.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("judges a model, and there is none");
        assertThatThrownBy(() -> plan("""
                        dataset { type = files, files = ["pairs.csv"] }
                        metrics = [{ type = peak-fit, name = z, variable = mass, low = 80, high = 100 }]
                        split { train = 0.9 , validation = 0.1 }
                        weights { normalise = sum }
                        """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'split' has no meaning without a 'model'")
                .hasMessageContaining("'weights.normalise' has no meaning without a 'model'");
    }

    private static Metric ofData(Function<Evaluation, MetricResult> computation) {
        return new Metric() {
            @Override
            public boolean needsModel() {
                return false;
            }

            @Override
            public MetricResult evaluate(Evaluation evaluation) {
                return computation.apply(evaluation);
            }
        };
    }

    @Test
    @DisplayName("refuses metrics that judge a model, before any data is read, each at its place")
    void refusesMetricsOfModels() throws IOException {
        AnalysisPlan plan = plan("""
                dataset { type = files, files = ["%s"] }
                metrics = [
                  learning-curves
                  { type = peak-fit, name = z, variable = mass, low = 80, high = 100 }
                  permutation-importance
                ]
                """.formatted(folder.resolve("pairs.csv")));

        assertThatThrownBy(() -> new Assembler().assemble(plan, new RunOptions(1, Path.of(""))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(":3: the metric 'learning-curves' judges a model, and there is none")
                .hasMessageContaining(":5: the metric 'permutation-importance' judges a model")
                .message()
                .doesNotContain("peak-fit");
    }

    @Test
    @DisplayName("names the metric that asks for a column which does not exist")
    void namesTheMetricThatAsks() throws IOException {
        AnalysisPlan plan = plan("""
                dataset { type = files, files = ["%s"] }
                metrics = [{ type = peak-fit, name = z, variable = "2 * mas", low = 80, high = 100 }]
                """.formatted(folder.resolve("pairs.csv")));

        assertThatThrownBy(() -> new Assembler().assemble(plan, new RunOptions(1, Path.of(""))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(":2: the metric 'peak-fit' asks for '2 * mas': unknown column 'mas'")
                .hasMessageContaining("Did you mean 'mass'");
    }

    @Test
    @DisplayName("comes from one with models where these are set to null")
    void nullTakesModelsAway() throws IOException {
        AnalysisPlan plan = plan("""
                dataset { type = files, files = ["pairs.csv"] }
                models = null, model = null, trainer = null
                metrics = [feature-distributions]
                """);

        assertThat(plan.models()).isEmpty();
    }

    private Metric mean() {
        return new Metric() {
            @Override
            public boolean needsModel() {
                return false;
            }

            @Override
            public List<String> columns() {
                return List.of("2 * mass");
            }

            @Override
            public MetricResult evaluate(Evaluation evaluation) {
                evaluations.add(evaluation);
                return MetricResult.of(List.of(MetricValue.of("mean", Part.WHOLE, 182)), List.of());
            }
        };
    }

    private AnalysisPlan plan(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), text);
        return new PlanReader(REGISTRY, new SettingsBinder())
                .read(new AnalysisFileReader(Map.of()).read(file, List.of()), "masses");
    }

    /** A run with metrics that no file names: {@code metric-0}, {@code metric-1}, … */
    private Execution execution(Metric... metrics) throws IOException {
        AnalysisPlan read = plan("""
                dataset { type = files, samples { pairs { files = ["%s"], weight = w } }, selection = "mass > 80" }
                metrics = [correlation]
                """.formatted(folder.resolve("pairs.csv")));
        List<Configured<MetricProvider<?>>> chosen = new ArrayList<>();
        for (int i = 0; i < metrics.length; i++) {
            Service<MetricProvider<?>> service = new Service<>(
                    ServiceKind.METRIC,
                    "metric-" + i,
                    "",
                    new Fixed(metrics[i]),
                    REGISTRY.plugins().get(0));
            chosen.add(new Configured<>(service, new NoSettings(), ""));
        }
        AnalysisPlan plan = new AnalysisPlan(
                read.name(),
                read.resolved(),
                read.settings(),
                read.dataset(),
                read.preparation(),
                read.transforms(),
                read.models(),
                chosen,
                read.variations(),
                read.origins(),
                read.displays());
        RunOptions options = new RunOptions(1, Path.of(""));
        RunDirectory directory = new RunDirectory(Files.createDirectories(folder.resolve("run")));
        return new Execution(
                new Assembler().assemble(plan, options),
                options,
                directory,
                new Silence(),
                new Cancellation(),
                Manifest.begin(plan, options, REGISTRY));
    }

    private record NoSettings() {}

    private record Fixed(Metric metric) implements MetricProvider<NoSettings> {

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Class<NoSettings> settings() {
            return NoSettings.class;
        }

        @Override
        public Metric create(NoSettings settings, Context context) {
            return metric;
        }
    }
}
