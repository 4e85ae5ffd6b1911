package org.muonframework.plugin;

import java.util.Objects;
import java.util.function.Function;

/**
 * A named service of a plugin.
 *
 * @param kind what it provides
 * @param name the name by which an analysis file chooses it
 * @param description what it is, in one sentence
 * @param provider the service itself; call it through {@link #call}
 * @param plugin where it comes from
 */
public record Service<P>(ServiceKind kind, String name, String description, P provider, Plugin plugin) {

    public Service {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(plugin, "plugin");
    }

    /** Calls the service with its plugin's class loader as the thread's context class loader. */
    public <T> T call(Function<? super P, ? extends T> action) {
        return plugin.call(() -> action.apply(provider));
    }
}
