package org.muonframework.dimuon;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.dimuon.higgs.pairing.FourLeptonsProvider;
import org.muonframework.dimuon.higgs.pairing.FourLeptonsSettings;
import org.muonframework.dimuon.higgs.simulation.Higgs4lSettings;
import org.muonframework.dimuon.higgs.simulation.Higgs4lSimulation;
import org.muonframework.dimuon.higgs.spectrum.FourLeptonSpectrumProvider;
import org.muonframework.dimuon.simulation.DimuonSettings;
import org.muonframework.dimuon.simulation.DimuonSimulation;
import org.muonframework.dimuon.simulation.ZmumuSettings;
import org.muonframework.dimuon.simulation.ZmumuSimulation;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.dimuon.spinquest.simulation.PairKind;
import org.muonframework.dimuon.spinquest.simulation.RegionMix;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSettings;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSimulation;
import org.muonframework.dimuon.spinquest.swim.SwimBackProvider;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.Context;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;

class PresetsTest {

    private static final Set<String> COMMON_DATASET_KEYS =
            Set.of("type", "selection", "derive", "missing", "transforms");
    private static final Dataset PAIRS = new SpinQuestSimulation()
            .create(
                    new SpinQuestSettings(1, PairKind.FLAT, RegionMix.REALISTIC, List.of(), true),
                    Context.standalone(1, 1));
    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void theServicesAreRegistered() {
        assertThat(ServiceLoader.load(AnalysisProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(
                        ZmumuAnalysis.class,
                        DimuonMassAnalysis.class,
                        DimuonPeaksAnalysis.class,
                        DimuonAnalysis.class,
                        DimuonFilesAnalysis.class,
                        DimuonVaeAnalysis.class,
                        Higgs4lAnalysis.class,
                        SingleTrackAnalysis.class);
        assertThat(ServiceLoader.load(DatasetProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(
                        ZmumuSimulation.class,
                        DimuonSimulation.class,
                        SpinQuestSimulation.class,
                        Higgs4lSimulation.class);
        assertThat(ServiceLoader.load(TransformProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(SwimBackProvider.class, FourLeptonsProvider.class);
        assertThat(ServiceLoader.load(MetricProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(FourLeptonSpectrumProvider.class);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    @DisplayName("a preset names its own analysis and gives its dataset only keys that it knows")
    void presetsFitTheirDatasets(AnalysisProvider analysis) {
        Config preset = preset(analysis).resolve();
        assertThat(preset.getString("analysis")).isEqualTo(analysis.name());
        Class<? extends Record> settings = Map.of(
                        "zmumu-simulation", ZmumuSettings.class,
                        "dimuon-simulation", DimuonSettings.class,
                        "higgs4l-simulation", Higgs4lSettings.class,
                        "spinquest-simulation", SpinQuestSettings.class)
                .get(preset.getString("dataset.type"));
        Set<String> known =
                Stream.concat(COMMON_DATASET_KEYS.stream(), keys(settings)).collect(Collectors.toSet());
        assertThat(known).containsAll(preset.getConfig("dataset").root().keySet());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    @DisplayName("a preset's features and targets are columns of its dataset, or derived")
    void presetsUseColumnsThatExist(AnalysisProvider analysis) {
        Config preset = preset(analysis).resolve();
        Set<String> columns =
                new TreeSet<>(List.of("pt1", "eta1", "phi1", "Q1", "pt2", "eta2", "phi2", "Q2", "genMass"));
        if (preset.hasPath("dataset.derive")) {
            columns.addAll(preset.getConfig("dataset.derive").root().keySet());
        }
        if (preset.getString("dataset.type").equals("spinquest-simulation")) {
            columns.clear();
            PAIRS.schema().columns().forEach(column -> columns.add(column.name()));
        }
        if (preset.hasPath("dataset.transforms.leptons")) {
            new FourLeptonsProvider()
                    .create(new FourLeptonsSettings("pt", "eta", "phi", "Q", "PID"), Context.standalone(1, 1))
                    .columns()
                    .forEach(column -> columns.add(column.name()));
        }
        if (!preset.hasPath("features")) {
            return;
        }
        assertThat(columns).containsAll(preset.getStringList("features"));
        Set<String> models =
                preset.hasPath("models") ? preset.getConfig("models").root().keySet() : Set.of();
        models.stream()
                .map(model -> preset.getConfig("models").getConfig(model))
                .filter(model -> model.hasPath("features"))
                .forEach(model -> assertThat(columns).containsAll(model.getStringList("features")));
        if (preset.hasPath("targets")) {
            assertThat(columns).containsAll(preset.getStringList("targets"));
        }
    }

    @Test
    @DisplayName("zmumu compares like with like: with the mass there is one feature more, and nothing else differs")
    void onlyTheMassDiffers() {
        Config models = preset(new ZmumuAnalysis()).resolve().getConfig("models");
        Config all = preset(new ZmumuAnalysis()).resolve();
        for (String pair : List.of("kinematics,with-mass", "network,network-with-mass")) {
            Config without = models.getConfig(pair.substring(0, pair.indexOf(',')));
            Config with = models.getConfig(pair.substring(pair.indexOf(',') + 1));
            List<String> expected = Stream.concat(all.getStringList("features").stream(), Stream.of("M"))
                    .toList();
            assertThat(with.getStringList("features")).isEqualTo(expected);
            assertThat(with.withoutPath("features")).isEqualTo(without);
        }
    }

    @Test
    @DisplayName("every example can be read, names an analysis of this plugin and stays short")
    void examples() throws IOException {
        List<String> names = analyses().map(AnalysisProvider::name).toList();
        for (String example : List.of(
                "dimuon",
                "single-track",
                "dimuon-vae",
                "zmumu",
                "zmumu-cms",
                "dimuon-mass",
                "dimuon-mass-cms",
                "cms-masses",
                "dimuon-peaks",
                "dimuon-peaks-cms",
                "higgs4l",
                "higgs4l-cms")) {
            Path file = EXAMPLES.resolve(example + ".conf");
            Config config = ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
            assertThat(names).contains(config.getString("analysis"));
            assertThat(Files.readAllLines(file)).hasSizeLessThan(50);
            if (example.contains("cms") && config.hasPath("dataset")) {
                assertThat(config.getString("dataset.selection")).contains("Q1 * Q2 < 0");
            }
        }
    }

    @Test
    @DisplayName("higgs4l does not show the mass of four leptons to its model")
    void theMassOfFourIsNoFeature() {
        assertThat(preset(new Higgs4lAnalysis()).resolve().getStringList("features"))
                .contains("z1Mass", "z2Mass")
                .doesNotContain("m4l", "M");
    }

    @Test
    @DisplayName("dimuon reads the 26 columns of both tracks in the order of the experiment's networks")
    void tracksOfPairs() {
        List<String> tracks =
                TrackColumns.specs().stream().map(ColumnSpec::name).toList();
        for (AnalysisProvider analysis : List.of(new DimuonAnalysis(), new DimuonFilesAnalysis())) {
            assertThat(preset(analysis).resolve().getStringList("features")).isEqualTo(tracks);
        }
        assertThat(tracks)
                .hasSize(26)
                .containsAll(preset(new SingleTrackAnalysis()).resolve().getStringList("features"));
    }

    @Test
    @DisplayName("dimuon-files is dimuon but for its dataset")
    void filesDifferInTheirDatasetOnly() {
        Config simulated = preset(new DimuonAnalysis()).resolve();
        Config files = preset(new DimuonFilesAnalysis()).resolve();
        for (String key :
                List.of("features", "targets", "split", "model", "trainer", "metrics", "dataset.transforms")) {
            assertThat(files.getValue(key)).isEqualTo(simulated.getValue(key));
        }
        assertThat(files.getString("dataset.type")).isEqualTo("files");
        assertThat(files.getStringList("classes")).isEqualTo(VertexRegion.names());
    }

    private static Stream<AnalysisProvider> analyses() {
        return Stream.of(
                new ZmumuAnalysis(),
                new DimuonMassAnalysis(),
                new DimuonPeaksAnalysis(),
                new DimuonAnalysis(),
                new Higgs4lAnalysis(),
                new SingleTrackAnalysis(),
                new DimuonVaeAnalysis());
    }

    private static Config preset(AnalysisProvider analysis) {
        return ConfigFactory.parseURL(
                analysis.preset(), ConfigParseOptions.defaults().setAllowMissing(false));
    }

    private static Stream<String> keys(Class<? extends Record> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}
