package org.muonframework.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.SpiVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads one plugin after the other: an id or a service's name belongs to the first that has it. */
final class PluginLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

    private final List<Plugin> plugins = new ArrayList<>();
    private final List<RejectedPlugin> rejected = new ArrayList<>();
    private final List<Service<?>> services = new ArrayList<>();

    private PluginLoader() {}

    static PluginRegistry load(List<Path> folders) {
        PluginLoader loader = new PluginLoader();
        loader.addCore();
        folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .forEach(loader::addFolder);
        return new PluginRegistry(loader.plugins, loader.rejected, loader.services);
    }

    private void addCore() {
        String version = Optional.ofNullable(PluginLoader.class.getPackage().getImplementationVersion())
                .orElse("development");
        ClassLoader host = PluginLoader.class.getClassLoader();
        Plugin core = new Plugin(PluginRegistry.CORE, version, SpiVersion.CURRENT, List.of(), host);
        try {
            register(core, ServiceCollector.collect(core));
        } catch (PluginException e) {
            throw new IllegalStateException("the framework's own services are broken: " + e.getMessage(), e);
        }
    }

    private void addFolder(Path folder) {
        try {
            PluginFolder.places(folder).forEach(this::addPlace);
        } catch (PluginException e) {
            reject(folder, e);
        }
    }

    private void addPlace(Path place) {
        try {
            Plugin plugin = PluginReader.read(place);
            refuseTakenId(plugin);
            List<Service<?>> found = ServiceCollector.collect(plugin);
            if (found.isEmpty()) {
                throw new PluginException("it offers no service; its services are named in META-INF/services");
            }
            refuseTakenNames(found);
            register(plugin, found);
        } catch (PluginException e) {
            reject(place, e);
        }
    }

    private void refuseTakenId(Plugin plugin) throws PluginException {
        for (Plugin other : plugins) {
            if (other.id().equals(plugin.id())) {
                throw new PluginException("the id '" + plugin.id() + "' is taken by "
                        + (other.files().isEmpty()
                                ? "the framework itself"
                                : other.files().get(0)));
            }
        }
    }

    private void refuseTakenNames(List<Service<?>> found) throws PluginException {
        for (Service<?> service : found) {
            for (Service<?> other : services) {
                if (other.kind() == service.kind() && other.name().equals(service.name())) {
                    throw new PluginException("its " + service.kind().label() + " '" + service.name()
                            + "' has the name of one of plugin '"
                            + other.plugin().id() + "'");
                }
            }
        }
    }

    private void register(Plugin plugin, List<Service<?>> found) {
        plugins.add(plugin);
        services.addAll(found);
        for (Service<?> service : found) {
            LOG.debug(
                    "{} '{}' from plugin {} {}", service.kind().label(), service.name(), plugin.id(), plugin.version());
        }
    }

    private void reject(Path place, PluginException reason) {
        RejectedPlugin plugin = new RejectedPlugin(place, reason.getMessage());
        rejected.add(plugin);
        LOG.warn("plugin skipped: {}", plugin);
        LOG.debug("plugin skipped because of", reason);
    }
}
