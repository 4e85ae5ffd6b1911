package org.muonframework.softmuon;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.data.expression.Expression;
import org.muonframework.softmuon.model.TightNnProvider;
import org.muonframework.softmuon.simulation.Generator;
import org.muonframework.softmuon.simulation.SoftMuonSettings;
import org.muonframework.softmuon.simulation.SoftMuonSimulation;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

@DisplayName("The presets of soft-muon tagging")
class PresetsTest {

    private static final List<String> RUN_3 =
            List.of("MMHits", "etaLayer1STGCHits", "etaLayer2STGCHits", "phiLayer1STGCHits", "phiLayer2STGCHits");

    @Test
    void areServicesAsAreDatasetAndModel() {
        assertThat(analyses().map(AnalysisProvider::name))
                .containsExactlyInAnyOrder(
                        "softmuon", "softmuon-run3", "softmuon-alternatives", "softmuon-reweighting");
        assertThat(types(DatasetProvider.class)).contains(SoftMuonSimulation.class);
        assertThat(types(ModelProvider.class)).contains(TightNnProvider.class);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void nameThemselvesAndStartFromTheSimulation(AnalysisProvider analysis) {
        Config preset = preset(analysis);
        assertThat(preset.getString("analysis")).isEqualTo(analysis.name());
        assertThat(preset.getString("dataset.type")).isEqualTo(new SoftMuonSimulation().name());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    @DisplayName("show the models the inputs of TightNN, in their order, and never momentum or direction of the muon")
    void inputs(AnalysisProvider analysis) {
        Config preset = preset(analysis);
        int run = preset.hasPath("dataset.run") ? preset.getInt("dataset.run") : 2;
        List<String> inputs = new SoftMuonSimulation()
                        .create(new SoftMuonSettings(1, run, 0.8, Generator.NOMINAL), Context.standalone(1, 1))
                        .schema()
                        .withRole(ColumnRole.FEATURE)
                        .stream()
                        .map(column -> column.name().substring("softmu_".length()))
                        .toList();
        assertThat(inputs).hasSize(run == 3 ? 22 : 17).doesNotContain("pt", "eta", "jet_pt");
        assertThat(preset.getStringList("features")).isEqualTo(inputs);
        assertThat(preset.hasPath("allow-spectators")).isFalse();
    }

    @ParameterizedTest(name = "pt {0}, eta {1}, rhoPrime {2}, significance {3}, chi2 {4}: {5}")
    @CsvSource({
        "5, 0.5, 0.109, 1.29, 7.9, true",
        "5, 0.5, 0.111, 1.29, 7.9, false",
        "5, 0.5, 0.109, 1.31, 7.9, false",
        "7, 0.5, 0.124, 1.89, 7.9, true",
        "7, 0.5, 0.126, 1.89, 7.9, false",
        "7, 0.5, 0.124, 1.91, 7.9, false",
        "25, 0.5, 0.109, 6.9, 7.9, true",
        "25, 0.5, 0.111, 6.9, 7.9, false",
        "7, -1.3, 0.156, 1.89, 7.9, true",
        "7, -1.3, 0.157, 1.89, 7.9, false",
        "7, 0.5, 0.124, 1.89, 8.1, false",
        "7, 0.5, -999, 1.89, 7.9, false",
        "7, 0.5, 0.124, -999, 7.9, false"
    })
    @DisplayName("select TIGHT by the cuts of the specification; what is missing does not pass")
    void tight(double pt, double eta, double rhoPrime, double significance, double chi2, boolean passes) {
        Map<String, Column> row = new LinkedHashMap<>();
        row.put("pt", doubles(pt));
        row.put("eta", doubles(eta));
        row.put("rhoPrime", doubles(rhoPrime));
        row.put("qOverPSignificance", doubles(significance));
        row.put("reducedChi2", doubles(chi2));
        row.put("nprec", doubles(2));
        Config derive = preset(new SoftMuonAnalysis()).getConfig("dataset.derive");
        for (String name : List.of("transition", "rhoPrimeCut", "significanceCut", "measured", "agrees", "tight")) {
            row.put(name, doubles(value(derive.getString(name), row)));
        }
        assertThat(row.get("tight").doubleAt(0)).isEqualTo(passes ? 1 : 0);
        row.put("nprec", doubles(1));
        assertThat(value(derive.getString("tight"), row)).isZero();
    }

    private static double value(String expression, Map<String, Column> row) {
        Schema columns = Schema.of(row.keySet().stream()
                .map(name -> ColumnSpec.of(
                        name, List.of("measured", "agrees").contains(name) ? ColumnType.BOOLEAN : ColumnType.DOUBLE))
                .toList());
        Map<String, Column> typed = new LinkedHashMap<>(row);
        for (String name : List.of("measured", "agrees")) {
            typed.computeIfPresent(name, (key, column) -> new Column.Booleans(new boolean[] {column.doubleAt(0) != 0}));
        }
        return Expression.parse(expression, columns).evaluate(new Batch(1, typed, "row", 1))[0];
    }

    private static Column doubles(double value) {
        return new Column.Doubles(new double[] {value});
    }

    @Test
    @DisplayName("have the hits of the New Small Wheels in Run 3 and not in Run 2")
    void newSmallWheels() {
        List<String> expected = new ArrayList<>(preset(new SoftMuonAnalysis()).getStringList("features"));
        assertThat(expected).doesNotContainAnyElementsOf(RUN_3);
        expected.addAll(RUN_3);
        assertThat(preset(new SoftMuonRun3Analysis()).getStringList("features")).isEqualTo(expected);
    }

    @Test
    @DisplayName("train TightNN as its authors do: Adam, batches of 2048, at most 100 epochs, patience 10 and 5")
    void training() {
        Config trainer = preset(new SoftMuonAnalysis()).getConfig("trainer");
        assertThat(trainer.getInt("epochs")).isEqualTo(100);
        assertThat(trainer.getInt("batch-size")).isEqualTo(2048);
        assertThat(trainer.getString("optimizer.type")).isEqualTo("adam");
        assertThat(trainer.getInt("early-stopping.patience")).isEqualTo(10);
        assertThat(trainer.getInt("schedule.patience")).isEqualTo(5);
        assertThat(trainer.getDouble("schedule.factor")).isEqualTo(0.5);
    }

    @Test
    @DisplayName("compare like with like: reweighted models differ in the reweighting alone")
    void onlyTheReweightingDiffers() {
        Config models = preset(new SoftMuonReweightingAnalysis()).getConfig("models");
        assertThat(models.root().keySet())
                .containsExactlyInAnyOrder("nominal", "flatten", "signal-to-background", "background-to-signal");
        for (String name : Set.of("flatten", "signal-to-background", "background-to-signal")) {
            assertThat(models.getConfig(name)).isEqualTo(ConfigFactory.parseString("reweight { mode = " + name + " }"));
        }
        assertThat(models.getConfig("nominal").isEmpty()).isTrue();
    }

    private static Stream<AnalysisProvider> analyses() {
        return ServiceLoader.load(AnalysisProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(analysis -> analysis.name().startsWith("softmuon"));
    }

    private static Stream<Class<?>> types(Class<?> service) {
        return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::type);
    }

    private static Config preset(AnalysisProvider analysis) {
        return ConfigFactory.parseURL(
                        analysis.preset(), ConfigParseOptions.defaults().setAllowMissing(false))
                .resolve();
    }
}
