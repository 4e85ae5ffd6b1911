package org.muonframework.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.MetricProvider;

@DisplayName("The registry of services")
class PluginRegistryTest {

    @TempDir
    private Path folder;

    private PluginRegistry registry;

    @BeforeEach
    void installAPlugin() {
        JarFileBuilder.plugin()
                .source(Sources.SETTINGS)
                .source(Sources.metric("Width", "width", "\"how wide\""))
                .source(Sources.metric("Height", "height", "\"how high\""))
                .source(Sources.analysis("Toy", "width", ""))
                .resource("com/example/presets/width.conf", "seed = 7")
                .service(MetricProvider.class, "com.example.Width")
                .service(MetricProvider.class, "com.example.Height")
                .service(AnalysisProvider.class, "com.example.Toy")
                .write(folder.resolve("sizes.jar"));
        registry = PluginRegistry.load(List.of(folder));
    }

    private List<Service<?>> own() {
        return registry.services().stream()
                .filter(service -> service.plugin().id().equals("sizes"))
                .toList();
    }

    @Test
    void listsServicesByKindAndName() {
        assertThat(own())
                .extracting(Service::kind)
                .containsExactly(ServiceKind.METRIC, ServiceKind.METRIC, ServiceKind.ANALYSIS);
        assertThat(own()).extracting(Service::name).containsExactly("height", "width", "width");
        assertThat(own()).extracting(Service::description).startsWith("how high", "how wide");
    }

    @Test
    void keepsOneSpaceOfNamesForEachKind() {
        assertThat(registry.metric("width")).isPresent();
        assertThat(registry.analysis("width")).isPresent();
        assertThat(registry.analysis("height")).isEmpty();
        assertThat(registry.dataset("width")).isEmpty();
        assertThat(registry.model("width")).isEmpty();
        assertThat(registry.trainer("width")).isEmpty();
    }

    @Test
    void namesAreSortedOverAllPlugins() {
        assertThat(registry.names(ServiceKind.METRIC)).isSorted().contains("height", "width");
        assertThat(registry.names(ServiceKind.ANALYSIS)).contains("width").doesNotContain("height");
    }

    @Test
    void aPresetIsReadFromThePluginsJar() throws IOException {
        try (InputStream in =
                registry.analysis("width").orElseThrow().provider().preset().openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("seed = 7");
        }
    }

    @Test
    void isTheSameEachTime() {
        PluginRegistry again = PluginRegistry.load(List.of(folder));

        assertThat(again.services())
                .extracting(Service::name)
                .isEqualTo(registry.services().stream().map(Service::name).toList());
    }

    @Test
    void everyServiceOfCoreCanBeUsed() {
        assertThat(registry.plugins().get(0).id()).isEqualTo(PluginRegistry.CORE);
        assertThat(registry.plugins().get(0).files()).isEmpty();
        assertThat(registry.rejected()).isEmpty();
    }

    @Test
    void aPluginCannotTakeANameOfCore() {
        List<String> ofCore = registry.names(ServiceKind.METRIC).stream()
                .filter(name ->
                        registry.metric(name).orElseThrow().plugin().id().equals(PluginRegistry.CORE))
                .toList();
        assumeThat(ofCore).as("metrics of core").isNotEmpty();
        String taken = ofCore.get(0);
        Path jar = JarFileBuilder.plugin()
                .source(Sources.SETTINGS)
                .source(Sources.metric("Mean", taken, "\"\""))
                .service(MetricProvider.class, "com.example.Mean")
                .write(folder.resolve("thief.jar"));

        assertThat(PluginRegistry.load(List.of(folder)).rejected())
                .containsExactly(
                        new RejectedPlugin(jar, "its metric '" + taken + "' has the name of one of plugin 'core'"));
    }
}
