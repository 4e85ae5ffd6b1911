package org.muonframework.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.muonframework.spi.SpiVersion;

/**
 * An installed plugin.
 *
 * @param id its name: {@code Framework-Plugin-Id} of the manifest, else the name of its folder or file
 * @param version its version; {@code unknown} where its manifest states none
 * @param spiVersion the version of the interfaces that it was made for
 * @param files its JARs, the one with the manifest first; empty for what is on the application's class path
 * @param loader the class loader that its classes live in
 */
public record Plugin(String id, String version, SpiVersion spiVersion, List<Path> files, ClassLoader loader) {

    public Plugin {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(spiVersion, "spiVersion");
        files = List.copyOf(files);
        Objects.requireNonNull(loader, "loader");
    }

    /** Calls into the plugin with the thread's context class loader set to the plugin's, and restores it. */
    public <T> T call(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
