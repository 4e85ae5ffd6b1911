package org.muonframework.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.SpiVersion;

@DisplayName("A plugin's class loader")
class PluginIsolationTest {

    @TempDir
    private Path folder;

    private Plugin plugin;
    private PluginRegistry registry;

    @BeforeEach
    void loadAPlugin() {
        honest("loader-name", "Thread.currentThread().getContextClassLoader().toString()")
                .resource("com/example/note.txt", "mine")
                .resource("META-INF/services/java.lang.Runnable", "com.example.Nothing\n")
                .write(folder.resolve("rings.jar"));
        registry = PluginRegistry.load(List.of(folder));
        plugin = registry.plugins().get(1);
    }

    private static JarFileBuilder honest(String name, String description) {
        return JarFileBuilder.plugin()
                .source(Sources.SETTINGS)
                .source(Sources.metric("Mean", name, description))
                .service(MetricProvider.class, "com.example.Mean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.muonframework.plugin.PluginRegistry",
                "org.muonframework.run.plan.AnalysisPlan",
                "org.muonframework.cli.Main",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "picocli.CommandLine",
                "com.google.common.collect.ImmutableList",
                "ch.qos.logback.classic.Logger",
                "ml.dmlc.xgboost4j.java.Booster",
                "org.junit.jupiter.api.Test",
            })
    void doesNotSeeTheInsideOfTheFramework(String className) {
        assertThatThrownBy(() -> plugin.loader().loadClass(className)).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.muonframework.spi.SpiVersion",
                "org.muonframework.spi.problem.DataException",
                "ai.djl.nn.Block",
                "com.typesafe.config.Config",
                "org.slf4j.Logger",
                "com.google.inject.Module",
                "jakarta.inject.Inject",
                "org.aopalliance.intercept.MethodInterceptor",
                "java.lang.String",
                "java.sql.Connection",
            })
    void sharesTypesWithTheHost(String className) throws ClassNotFoundException {
        assertThat(plugin.loader().loadClass(className)).isSameAs(Class.forName(className));
    }

    @Test
    void takesTheHostsInterfacesEvenIfThePluginShipsACopy() {
        Path copy = folder.resolve("copy/rings/copy.jar");
        JarFileBuilder.library()
                .source("package org.muonframework.spi; public interface AnalysisProvider { String name(); }")
                .write(copy);
        JarFileBuilder.plugin()
                .source(Sources.analysis("Toy", "toy", ""))
                .resource("com/example/presets/toy.conf", "seed = 7")
                .service(AnalysisProvider.class, "com.example.Toy")
                .write(copy.resolveSibling("a.jar"));

        PluginRegistry other = PluginRegistry.load(List.of(folder.resolve("copy")));

        assertThat(other.rejected()).isEmpty();
        assertThat(other.analysis("toy"))
                .hasValueSatisfying(service -> assertThat(service.provider()).isInstanceOf(AnalysisProvider.class));
    }

    @Test
    void findsThePluginsOwnResourcesAndNotTheHosts() throws IOException {
        String classFile = SpiVersion.class.getName().replace('.', '/') + ".class";
        String serviceFile = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

        assertThat(PluginIsolationTest.class.getClassLoader().getResource(serviceFile))
                .isNotNull();
        assertThat(plugin.loader().getResource(serviceFile)).isNull();
        assertThat(plugin.loader().getResource(classFile)).isNull();
        assertThat(Collections.list(plugin.loader().getResources("META-INF/MANIFEST.MF")))
                .hasSize(1);
        assertThat(text(plugin.loader().getResource("com/example/note.txt"))).isEqualTo("mine");
    }

    @Test
    void findsOnlyThePluginsOwnServices() {
        assertThat(ServiceLoader.load(ServiceKind.METRIC.type(), plugin.loader()).stream())
                .singleElement()
                .satisfies(provider -> assertThat(provider.type().getName()).isEqualTo("com.example.Mean"));
    }

    @Test
    void givesEachPluginItsOwnVersionOfALibrary() {
        for (String version : List.of("1", "2")) {
            Path library = JarFileBuilder.library()
                    .source("package com.example.shapes; public class Shapes {"
                            + " public static String version() { return \"shapes " + version + "\"; } }")
                    .write(folder.resolve("two/p" + version + "/shapes-" + version + ".jar"));
            honest("mean-" + version, "com.example.shapes.Shapes.version()")
                    .using(library)
                    .write(library.resolveSibling("plugin.jar"));
        }

        PluginRegistry two = PluginRegistry.load(List.of(folder.resolve("two")));

        assertThat(two.rejected()).isEmpty();
        assertThat(two.metric("mean-1").orElseThrow().description()).isEqualTo("shapes 1");
        assertThat(two.metric("mean-2").orElseThrow().description()).isEqualTo("shapes 2");
    }

    @Test
    void letsALibraryLookForItsPartsThroughTheContextClassLoader() throws ReflectiveOperationException {
        Path jar = honest("mean", "\"\"")
                .source(Sources.probe(
                        "Probe",
                        "return Class.forName(argument, true, Thread.currentThread().getContextClassLoader());"))
                .write(folder.resolve("probe/p.jar"));
        Plugin probed = PluginRegistry.load(List.of(jar.getParent())).plugins().get(1);
        Object probe =
                probed.loader().loadClass("com.example.Probe").getConstructor().newInstance();

        assertThat(ask(probe, "com.example.Mean")).isInstanceOf(ClassNotFoundException.class);
        assertThat(probed.call(() -> ask(probe, "com.example.Mean")))
                .isSameAs(probed.loader().loadClass("com.example.Mean"));
    }

    @Test
    void isTheContextClassLoaderWhileThePluginIsAskedForItsServices() {
        assertThat(registry.metric("loader-name").orElseThrow().description()).isEqualTo("PluginClassLoader[rings]");
    }

    @Test
    void isTheContextClassLoaderDuringACallAndNotAfterwards() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Service<MetricProvider<?>> service = registry.metric("loader-name").orElseThrow();

        ClassLoader during = service.call(provider -> Thread.currentThread().getContextClassLoader());

        assertThat(during).isSameAs(plugin.loader()).isNotSameAs(before);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void isNoLongerTheContextClassLoaderAfterAFailure() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThatThrownBy(() -> plugin.call(() -> {
                    throw new IllegalStateException("no luck");
                }))
                .hasMessage("no luck");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void isNoLongerTheContextClassLoaderAfterABrokenPlugin() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Path jar = honest("mean", "description()").write(folder.resolve("broken/b.jar"));

        assertThat(PluginRegistry.load(List.of(jar.getParent())).rejected()).hasSize(1);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void saysWhoseItIs() {
        assertThat(plugin.loader()).hasToString("PluginClassLoader[rings]");
        assertThat(plugin.loader().getName()).isEqualTo("plugin-rings");
    }

    @Test
    void isThatOfTheApplicationForCore() {
        assertThat(registry.plugins().get(0).loader()).isSameAs(PluginRegistry.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static Object ask(Object probe, String argument) {
        return ((Function<String, Object>) probe).apply(argument);
    }

    private static String text(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
