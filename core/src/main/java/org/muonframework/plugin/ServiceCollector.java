package org.muonframework.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.muonframework.spi.AnalysisProvider;
import org.muonframework.spi.Provider;

/**
 * Asks one plugin for its services and checks that each can be used.
 *
 * <p>A plugin's code may fail in any way, so every {@link Throwable} of it becomes the reason for which the plugin is
 * skipped.
 */
final class ServiceCollector {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private ServiceCollector() {}

    /**
     * All services of a plugin, sorted by kind and name.
     *
     * @throws PluginException if its service files name something that is not a usable service
     */
    static List<Service<?>> collect(Plugin plugin) throws PluginException {
        List<Service<?>> services = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.values()) {
            for (Object provider : providers(kind, plugin)) {
                services.add(service(kind, provider, plugin));
            }
        }
        services.sort(
                Comparator.<Service<?>, ServiceKind>comparing(Service::kind).thenComparing(Service::name));
        refuseDuplicates(services);
        return services;
    }

    private static List<Object> providers(ServiceKind kind, Plugin plugin) throws PluginException {
        try {
            return plugin.call(() -> ServiceLoader.load(kind.type(), plugin.loader()).stream()
                    .<Object>map(ServiceLoader.Provider::get)
                    .toList());
        } catch (Throwable e) {
            throw new PluginException("its " + kind.label() + " service cannot be loaded: " + reason(e), e);
        }
    }

    private static Service<?> service(ServiceKind kind, Object provider, Plugin plugin) throws PluginException {
        try {
            return plugin.call(() -> {
                if (provider instanceof AnalysisProvider analysis) {
                    require(analysis.preset() != null, "it has no preset");
                    return service(kind, analysis.name(), analysis.description(), provider, plugin);
                }
                Provider<?> settled = (Provider<?>) provider;
                require(settled.settings() != null && settled.settings().isRecord(), "its settings are not a record");
                return service(kind, settled.name(), settled.description(), provider, plugin);
            });
        } catch (Throwable e) {
            throw new PluginException(
                    "its " + kind.label() + " service " + provider.getClass().getName() + " cannot be used: "
                            + reason(e),
                    e);
        }
    }

    private static Service<?> service(
            ServiceKind kind, String name, String description, Object provider, Plugin plugin) {
        require(
                name != null && NAME.matcher(name).matches(),
                "its name '" + name + "' is not made of lower-case letters, digits and hyphens");
        require(description != null, "it has no description");
        return new Service<>(kind, name, description, provider, plugin);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static void refuseDuplicates(List<Service<?>> services) throws PluginException {
        Set<String> seen = new HashSet<>();
        for (Service<?> service : services) {
            if (!seen.add(service.kind() + " " + service.name())) {
                throw new PluginException(
                        "it has two " + service.kind().label() + " services named '" + service.name() + "'");
            }
        }
    }

    /** What happened and what lies below it, without repeating the interface's name. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof ClassNotFoundException) {
            return "the class " + root.getMessage() + " is neither in its JARs nor shared by the framework";
        }
        boolean explains = failure instanceof ServiceConfigurationError || failure instanceof Exception;
        String message = explains && failure.getMessage() != null ? failure.getMessage() : failure.toString();
        String shortened = message.replaceFirst("^org\\.muonframework\\.spi\\.\\w+: ", "");
        return root == failure ? shortened : shortened + " (" + root + ")";
    }
}
