package org.muonframework.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.SpiVersion;

@DisplayName("Finding plugins")
class PluginDiscoveryTest {

    @TempDir
    private Path folder;

    private static JarFileBuilder metric(String name) {
        return JarFileBuilder.plugin()
                .source(Sources.SETTINGS)
                .source(Sources.metric("Mean", name, "\"a mean\""))
                .service(MetricProvider.class, "com.example.Mean");
    }

    private List<String> ids(Path... folders) {
        return PluginRegistry.load(List.of(folders)).plugins().stream()
                .map(Plugin::id)
                .toList();
    }

    private String onlyReason() {
        List<RejectedPlugin> rejected = PluginRegistry.load(List.of(folder)).rejected();
        assertThat(rejected).hasSize(1);
        return rejected.get(0).reason();
    }

    @Test
    void theOrderIsThatOfTheNamesAndCoreComesFirst() {
        metric("c").write(folder.resolve("c.jar"));
        metric("a").write(folder.resolve("a/a.jar"));
        metric("b").write(folder.resolve("b.jar"));

        assertThat(ids(folder)).containsExactly("core", "a", "b", "c");
    }

    @Test
    void aFolderOfPluginsThatDoesNotExistHoldsNone() {
        PluginRegistry registry = PluginRegistry.load(List.of(folder.resolve("none")));

        assertThat(registry.plugins()).extracting(Plugin::id).containsExactly("core");
        assertThat(registry.rejected()).isEmpty();
    }

    @Test
    void whatIsNeitherJarNorFolderIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "hello");
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".hidden.jar"), "hello");

        assertThat(PluginRegistry.load(List.of(folder)).rejected()).isEmpty();
    }

    @Test
    void aFileGivenAsFolderOfPluginsIsRejected() throws IOException {
        Path file = Files.writeString(folder.resolve("plugins"), "");

        assertThat(PluginRegistry.load(List.of(file)).rejected())
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.place()).isEqualTo(file))
                .satisfies(plugin -> assertThat(plugin.reason()).startsWith("it cannot be read as a folder: "));
    }

    @Test
    void theSameFolderGivenTwiceCountsOnce() {
        metric("a").write(folder.resolve("a.jar"));

        PluginRegistry registry = PluginRegistry.load(List.of(folder, folder.resolve("../" + folder.getFileName())));

        assertThat(registry.plugins()).extracting(Plugin::id).containsExactly("core", "a");
        assertThat(registry.rejected()).isEmpty();
    }

    @Test
    void idAndVersionAreThoseOfTheManifest() {
        Path jar = metric("mean")
                .attribute("Framework-Plugin-Id", " rings ")
                .attribute("Framework-Plugin-Version", "1.4.2")
                .write(folder.resolve("x.jar"));

        Plugin plugin = PluginRegistry.load(List.of(folder)).plugins().get(1);

        assertThat(plugin.id()).isEqualTo("rings");
        assertThat(plugin.version()).isEqualTo("1.4.2");
        assertThat(plugin.spiVersion()).isEqualTo(SpiVersion.CURRENT);
        assertThat(plugin.files()).containsExactly(jar);
    }

    @Test
    void withoutThemTheIdIsTheNameOfTheFileOrFolderAndTheVersionUnknown() {
        metric("a").attribute("Framework-Plugin-Id", " ").write(folder.resolve("rings-1.0.jar"));
        metric("b").write(folder.resolve("spheres/x.jar"));

        List<Plugin> plugins = PluginRegistry.load(List.of(folder)).plugins();

        assertThat(plugins).extracting(Plugin::id).containsExactly("core", "rings-1.0", "spheres");
        assertThat(plugins.get(1).version()).isEqualTo("unknown");
    }

    @Test
    void ofAFolderTheJarWithTheManifestComesFirstAndLibrariesFollowByName() {
        Path place = folder.resolve("rings");
        Path library = JarFileBuilder.library().write(place.resolve("a.jar"));
        Path plugin = metric("mean").write(place.resolve("b.jar"));
        Path other = JarFileBuilder.library().write(place.resolve("c.jar"));

        assertThat(PluginRegistry.load(List.of(folder)).plugins().get(1).files())
                .containsExactly(plugin, library, other);
    }

    @Test
    void ofTwoPluginsWithOneIdThatOfTheEarlierFolderIsTaken() {
        Path first = metric("a").attribute("Framework-Plugin-Id", "rings").write(folder.resolve("one/z.jar"));
        Path second = metric("b").attribute("Framework-Plugin-Id", "rings").write(folder.resolve("two/a.jar"));

        PluginRegistry registry = PluginRegistry.load(List.of(first.getParent(), second.getParent()));

        assertThat(registry.plugins()).extracting(Plugin::files).contains(List.of(first));
        assertThat(registry.metric("b")).isEmpty();
        assertThat(registry.rejected())
                .containsExactly(new RejectedPlugin(second, "the id 'rings' is taken by " + first));
    }

    @Test
    void noPluginCanBeCalledCore() {
        metric("a").write(folder.resolve("core.jar"));

        assertThat(onlyReason()).isEqualTo("the id 'core' is taken by the framework itself");
    }

    @Test
    void anEmptyFolderIsRejected() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        assertThat(onlyReason()).isEqualTo("the folder holds no JAR");
    }

    @Test
    void aJarWithoutTheVersionOfTheInterfacesIsRejected() {
        JarFileBuilder.library().write(folder.resolve("x.jar"));

        assertThat(onlyReason())
                .contains("no JAR has the attribute Framework-Spi-Version", "Framework-Spi-Version: 2.3");
    }

    @Test
    void twoPluginsInOneFolderAreRejected() {
        metric("a").write(folder.resolve("rings/a.jar"));
        metric("b").write(folder.resolve("rings/b.jar"));

        assertThat(onlyReason())
                .isEqualTo("two plugins in one folder (a.jar and b.jar); give each a folder of its own");
    }

    @ParameterizedTest(name = "made for SPI {0}")
    @CsvSource({"3.0", "0.9", "1.2", "2.4", "2.99"})
    void anotherMajorOrANewerMinorVersionIsRejectedWithBothNumbers(String version) {
        metric("a").attribute(SpiVersion.ATTRIBUTE, version).write(folder.resolve("x.jar"));

        assertThat(onlyReason()).startsWith("made for SPI " + version + ", this framework has SPI 2.3;");
    }

    @ParameterizedTest(name = "'{0}'")
    @CsvSource({"one", "1", "1.0.0", "''", "-1.0", "9999999.0"})
    void aVersionThatIsNoneIsRejected(String version) {
        metric("a").attribute(SpiVersion.ATTRIBUTE, version).write(folder.resolve("x.jar"));

        assertThat(onlyReason())
                .isEqualTo("Framework-Spi-Version in its manifest: '" + version + "' is not a version such as 2.3");
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource({"''", "this is no zip"})
    void aJarThatIsNoZipIsRejected(String content) throws IOException {
        Files.writeString(folder.resolve("x.jar"), content);

        assertThat(onlyReason()).startsWith("'x.jar' cannot be read as a JAR: zip");
    }

    @Test
    void aDamagedLibraryBesideThePluginIsRejected() throws IOException {
        metric("a").write(folder.resolve("rings/a.jar"));
        Files.writeString(folder.resolve("rings/library.jar"), "cut off");

        assertThat(onlyReason()).startsWith("'library.jar' cannot be read as a JAR: ");
    }

    @Test
    void aRejectedPluginSaysWhereAndWhy() {
        assertThat(new RejectedPlugin(Path.of("x.jar"), "no reason")).hasToString("x.jar: no reason");
    }
}
