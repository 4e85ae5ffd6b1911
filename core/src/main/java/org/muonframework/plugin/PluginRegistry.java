package org.muonframework.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;
import org.muonframework.spi.TransformProvider;

/**
 * All services that can be named in an analysis file, and the plugins that they come from.
 *
 * <p>Immutable. The services on the application's class path come first, as the plugin {@code core}; no plugin can take
 * their names.
 */
public final class PluginRegistry {

    /** The id under which the services of the application's own class path are listed. */
    public static final String CORE = "core";

    private final List<Plugin> plugins;
    private final List<RejectedPlugin> rejected;
    private final List<Service<?>> services;

    PluginRegistry(List<Plugin> plugins, List<RejectedPlugin> rejected, List<Service<?>> services) {
        this.plugins = List.copyOf(plugins);
        this.rejected = List.copyOf(rejected);
        this.services = List.copyOf(services);
    }

    /**
     * Loads everything on the class path of this class and every plugin in some folders.
     *
     * <p>A folder holds {@code <id>/*.jar} or bare {@code x.jar}; they are taken in the order of their names. Where two
     * plugins have the same id, or services of one kind the same name, the first is taken and the other plugin rejected.
     *
     * @param folders where to look for plugins, first choice first; folders that do not exist are passed over
     */
    public static PluginRegistry load(List<Path> folders) {
        return PluginLoader.load(folders);
    }

    /** Plugins in use, core first. */
    public List<Plugin> plugins() {
        return plugins;
    }

    /** Plugins found and skipped, with the reasons. */
    public List<RejectedPlugin> rejected() {
        return rejected;
    }

    /** All services, plugin by plugin, in each sorted by kind and name. */
    public List<Service<?>> services() {
        return services;
    }

    /** Names of all services of a kind, sorted. */
    public List<String> names(ServiceKind kind) {
        return services.stream()
                .filter(service -> service.kind() == kind)
                .map(Service::name)
                .sorted()
                .toList();
    }

    /** The dataset provider of this name. */
    public Optional<Service<DatasetProvider<?>>> dataset(String name) {
        return find(ServiceKind.DATASET, name);
    }

    /** The transform provider of this name. */
    public Optional<Service<TransformProvider<?>>> transform(String name) {
        return find(ServiceKind.TRANSFORM, name);
    }

    /** The model provider of this name. */
    public Optional<Service<ModelProvider<?>>> model(String name) {
        return find(ServiceKind.MODEL, name);
    }

    /** The trainer provider of this name. */
    public Optional<Service<TrainerProvider<?>>> trainer(String name) {
        return find(ServiceKind.TRAINER, name);
    }

    /** The metric provider of this name. */
    public Optional<Service<MetricProvider<?>>> metric(String name) {
        return find(ServiceKind.METRIC, name);
    }

    /** The display provider of this name. */
    public Optional<Service<DisplayProvider<?>>> display(String name) {
        return find(ServiceKind.DISPLAY, name);
    }

    /** The analysis of this name. */
    public Optional<Service<AnalysisProvider>> analysis(String name) {
        return find(ServiceKind.ANALYSIS, name);
    }

    /** The cast is safe: a service of a kind was checked by {@link java.util.ServiceLoader} to be of its type. */
    @SuppressWarnings("unchecked")
    private <P> Optional<Service<P>> find(ServiceKind kind, String name) {
        return services.stream()
                .filter(service -> service.kind() == kind && service.name().equals(name))
                .findFirst()
                .map(service -> (Service<P>) service);
    }
}
