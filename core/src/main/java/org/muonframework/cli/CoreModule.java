package org.muonframework.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.files.FilesDatasetProvider;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.run.AnalysisRunner;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.convert.Converter;
import org.muonframework.run.convert.GenerativeRun;
import org.muonframework.run.convert.Generator;
import org.muonframework.run.display.DisplayedData;
import org.muonframework.run.display.Displayer;
import org.muonframework.run.plan.DatasetSettings;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.run.predict.Predictor;
import org.muonframework.spi.AnalysisProvider;

/** Wires core: every binding is written here, nothing is bound just in time. */
final class CoreModule extends AbstractModule {

    private final List<Path> pluginFolders;

    CoreModule(List<Path> pluginFolders) {
        this.pluginFolders = List.copyOf(pluginFolders);
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(PlanReader.class).in(Singleton.class);
        bind(Assembler.class).in(Singleton.class);
        bind(AnalysisRunner.class).in(Singleton.class);
        bind(Predictor.class).in(Singleton.class);
        bind(GenerativeRun.class).in(Singleton.class);
        bind(Generator.class).in(Singleton.class);
        bind(Converter.class).in(Singleton.class);
        bind(DisplayedData.class).in(Singleton.class);
        bind(Displayer.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    PluginRegistry registry() {
        return PluginRegistry.load(pluginFolders);
    }

    @Provides
    FilesDatasetProvider files() {
        return new FilesDatasetProvider();
    }

    @Provides
    @Singleton
    SettingsBinder settingsBinder() {
        return new SettingsBinder();
    }

    @Provides
    @Singleton
    AnalysisFileReader analysisFileReader(PluginRegistry registry) {
        Map<String, URL> presets = new TreeMap<>();
        for (String name : registry.names(ServiceKind.ANALYSIS)) {
            registry.analysis(name).ifPresent(service -> presets.put(name, service.call(AnalysisProvider::preset)));
        }
        return new AnalysisFileReader(presets, DatasetSettings.LASTING_KEYS);
    }
}
