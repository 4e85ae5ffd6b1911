package org.muonframework.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.MetricProvider;

@DisplayName("A broken plugin")
class BrokenPluginTest {

    @TempDir
    private Path folder;

    private static JarFileBuilder metric(String members, String name, String description, String settings) {
        return JarFileBuilder.plugin()
                .source(Sources.SETTINGS)
                .source(Sources.metric("Mean", members, name, description, settings))
                .service(MetricProvider.class, "com.example.Mean");
    }

    private static JarFileBuilder honest(String name) {
        return metric("", name, "\"a mean\"", "Settings.class");
    }

    private static JarFileBuilder analysis(String name, String members) {
        return JarFileBuilder.plugin()
                .source(Sources.analysis("Toy", name, members))
                .service(AnalysisProvider.class, "com.example.Toy");
    }

    private String reason(JarFileBuilder plugin) {
        Path jar = plugin.write(folder.resolve("broken.jar"));
        List<RejectedPlugin> rejected = PluginRegistry.load(List.of(folder)).rejected();
        assertThat(rejected).extracting(RejectedPlugin::place).containsExactly(jar);
        return rejected.get(0).reason();
    }

    @Test
    void doesNotTakeTheOthersDown() {
        honest("first").write(folder.resolve("a.jar"));
        metric("static { if (true) throw new StackOverflowError(); }", "second", "\"\"", "Settings.class")
                .write(folder.resolve("b.jar"));
        honest("third").write(folder.resolve("c.jar"));

        PluginRegistry registry = PluginRegistry.load(List.of(folder));

        assertThat(registry.plugins()).extracting(Plugin::id).containsExactly("core", "a", "c");
        assertThat(registry.rejected()).extracting(RejectedPlugin::place).containsExactly(folder.resolve("b.jar"));
        assertThat(registry.metric("first")).isPresent();
        assertThat(registry.metric("second")).isEmpty();
        assertThat(registry.metric("third")).isPresent();
    }

    @Test
    void isSkippedAsAWhole() {
        honest("good").service(MetricProvider.class, "com.example.Missing").write(folder.resolve("a.jar"));

        assertThat(PluginRegistry.load(List.of(folder)).metric("good")).isEmpty();
    }

    @Test
    void offersNothing() {
        assertThat(reason(JarFileBuilder.plugin()))
                .isEqualTo("it offers no service; its services are named in META-INF/services");
    }

    @Test
    void namesAClassThatDoesNotExist() {
        assertThat(reason(JarFileBuilder.plugin().service(MetricProvider.class, "com.example.Missing")))
                .isEqualTo("its metric service cannot be loaded: Provider com.example.Missing not found");
    }

    @Test
    void namesAClassThatIsNoSuchService() {
        assertThat(reason(JarFileBuilder.plugin()
                        .source(Sources.SETTINGS)
                        .service(MetricProvider.class, "com.example.Settings")))
                .isEqualTo("its metric service cannot be loaded: com.example.Settings not a subtype");
    }

    @Test
    void hasAServiceFileThatIsNone() {
        assertThat(reason(JarFileBuilder.plugin().service(MetricProvider.class, "com.example.Mean and more")))
                .startsWith("its metric service cannot be loaded: ")
                .endsWith(":1: Illegal configuration-file syntax");
    }

    @Test
    void hasNoConstructorWithoutArguments() {
        assertThat(reason(metric("public Mean(int one) {}", "mean", "\"\"", "Settings.class")))
                .startsWith(
                        "its metric service cannot be loaded: com.example.Mean Unable to get public no-arg constructor");
    }

    @Test
    void throwsInItsConstructor() {
        String members = "public Mean() { throw new IllegalStateException(\"no luck\"); }";

        assertThat(reason(metric(members, "mean", "\"\"", "Settings.class")))
                .isEqualTo("its metric service cannot be loaded: Provider com.example.Mean could not be instantiated"
                        + " (java.lang.IllegalStateException: no luck)");
    }

    @Test
    void throwsInItsStaticInitialiser() {
        String members = "static final int LUCK = Integer.parseInt(\"none\");";

        assertThat(reason(metric(members, "mean", "\"\"", "Settings.class")))
                .startsWith("its metric service cannot be loaded: Provider com.example.Mean could not be instantiated")
                .endsWith("(java.lang.NumberFormatException: For input string: \"none\")");
    }

    @ParameterizedTest(name = "in the {0}")
    @CsvSource({
        "constructor, public Mean() { new Library(); }",
        "static initialiser, static final Object LIBRARY = new Library();",
    })
    void needsALibraryThatIsNotThere(String where, String members) {
        JarFileBuilder plugin = metric(members, "mean", "\"\"", "Settings.class")
                .source("package com.example; public class Library {}")
                .without("com.example.Library");

        assertThat(reason(plugin))
                .isEqualTo("its metric service cannot be loaded: the class com.example.Library is neither in its JARs"
                        + " nor shared by the framework");
    }

    @Test
    void inheritsFromAClassThatIsNotThere() {
        JarFileBuilder plugin = JarFileBuilder.plugin()
                .source(
                        "package com.example; public abstract class Base implements org.muonframework.spi.AnalysisProvider {}")
                .source("package com.example; public class Toy extends Base {"
                        + " public String name() { return \"toy\"; } public String description() { return \"\"; } }")
                .without("com.example.Base")
                .service(AnalysisProvider.class, "com.example.Toy");

        assertThat(reason(plugin))
                .isEqualTo("its analysis service cannot be loaded: the class com.example.Base is neither in its JARs"
                        + " nor shared by the framework");
    }

    @ParameterizedTest(name = "new {0}")
    @ValueSource(strings = {"IllegalStateException", "AssertionError", "StackOverflowError", "LinkageError"})
    void throwsWhenItDescribesItself(String type) {
        String members = "static String fail() { throw new " + type + "(\"no words\"); }";

        assertThat(reason(metric(members, "mean", "fail()", "Settings.class")))
                .startsWith("its metric service com.example.Mean cannot be used: ")
                .endsWith("no words");
    }

    @Test
    void callsItselfForEver() {
        assertThat(reason(metric("", "mean", "description()", "Settings.class")))
                .isEqualTo("its metric service com.example.Mean cannot be used: java.lang.StackOverflowError");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"Mean", "mean_score", "mean score", "", "-mean", "mean-", "mean--score", "größe"})
    void hasANameThatCannotBeWrittenInAnAnalysisFile(String name) {
        assertThat(reason(honest(name)))
                .isEqualTo("its metric service com.example.Mean cannot be used: its name '" + name
                        + "' is not made of lower-case letters, digits and hyphens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"String.class", "null", "Record.class"})
    void hasSettingsThatAreNoRecord(String settings) {
        assertThat(reason(metric("", "mean", "\"\"", settings)))
                .isEqualTo("its metric service com.example.Mean cannot be used: its settings are not a record");
    }

    @Test
    void hasNoDescription() {
        assertThat(reason(metric("", "mean", "null", "Settings.class")))
                .isEqualTo("its metric service com.example.Mean cannot be used: it has no description");
    }

    @Test
    void namesAPresetThatIsNotThere() {
        assertThat(reason(analysis("toy", "")))
                .isEqualTo("its analysis service com.example.Toy cannot be used: com.example.Toy names the preset 'toy'"
                        + " but presets/toy.conf is not beside it");
    }

    @Test
    void hasNoPreset() {
        assertThat(reason(analysis("toy", "public java.net.URL preset() { return null; }")))
                .isEqualTo("its analysis service com.example.Toy cannot be used: it has no preset");
    }

    @Test
    void hasTwoServicesOfOneKindWithOneName() {
        assertThat(reason(honest("mean")
                        .source(Sources.metric("Other", "mean", "\"\""))
                        .service(MetricProvider.class, "com.example.Other")))
                .isEqualTo("it has two metric services named 'mean'");
    }

    @Test
    void takesANameThatAnEarlierPluginHas() {
        honest("mean").write(folder.resolve("a.jar"));

        assertThat(reason(honest("mean"))).isEqualTo("its metric 'mean' has the name of one of plugin 'a'");
    }
}
