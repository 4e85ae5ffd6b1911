package org.muonframework.softmuon;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.softmuon.model.TightNnProvider;
import org.muonframework.softmuon.simulation.SoftMuonSimulation;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.ModelProvider;

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
    @DisplayName("never show the models momentum or direction of the muon")
    void withoutKinematics(AnalysisProvider analysis) {
        assertThat(preset(analysis).getStringList("features"))
                .hasSize(analysis.name().equals("softmuon-run3") ? 22 : 17)
                .doesNotContain("pt", "eta", "phi", "jet_pt", "pTrel", "z", "dR");
        assertThat(preset(analysis).hasPath("allow-spectators")).isFalse();
    }

    @Test
    @DisplayName("have the hits of the New Small Wheels in Run 3 and not in Run 2")
    void newSmallWheels() {
        List<String> expected = new ArrayList<>(preset(new SoftmuonAnalysis()).getStringList("features"));
        assertThat(expected).doesNotContainAnyElementsOf(RUN_3);
        expected.addAll(RUN_3);
        assertThat(preset(new SoftmuonRun3Analysis()).getStringList("features")).isEqualTo(expected);
    }

    @Test
    @DisplayName("train TightNN as its authors do: Adam, batches of 2048, at most 100 epochs, patience 10 and 5")
    void training() {
        Config trainer = preset(new SoftmuonAnalysis()).getConfig("trainer");
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
        Config models = preset(new SoftmuonReweightingAnalysis()).getConfig("models");
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
