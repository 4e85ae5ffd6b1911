package org.muonframework.dimuon.spinquest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.dimuon.DimuonAnalysis;
import org.muonframework.dimuon.SingleTrackAnalysis;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.model.NeuralModel;

@DisplayName("A preset for SpinQuest")
class SpinQuestPresetsTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("fits together, with the layout of its source")
    void assembles(AnalysisProvider preset, String more, int features, int targets, long parameters)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("analysis.conf"), "analysis = " + preset.name() + "\ndataset.events = 100\n" + more);
        AnalysisFileReader files = new AnalysisFileReader(Map.of(preset.name(), preset.preset()));
        Assembly analysis = new Assembler()
                .assemble(
                        new PlanReader(REGISTRY, new SettingsBinder()).read(files.read(file, List.of()), "spinquest"),
                        new RunOptions(1, Path.of("")));
        assertThat(analysis.task().classes()).isEqualTo(VertexRegion.names());
        assertThat(analysis.task().features()).hasSize(features);
        assertThat(analysis.task().targets()).hasSize(targets);
        assertThat(((NeuralModel) analysis.models().get(0).model())
                        .architecture()
                        .parameters())
                .isEqualTo(parameters);
    }

    static Stream<Arguments> presets() {
        return Stream.of(
                Arguments.of(new DimuonAnalysis(), "", 26, 7, 123_912),
                Arguments.of(new DimuonAnalysis(), """
                        model { standardise = false, standardise-targets = false, alpha = 2e-4 }
                        trainer {
                          epochs = 200, batch-size = 64, early-stopping.patience = 0
                          optimizer.learning-rate = 1e-4, schedule.type = constant
                        }
                        """, 26, 7, 123_912),
                Arguments.of(new SingleTrackAnalysis(), "", 13, 6, 6_699));
    }
}
