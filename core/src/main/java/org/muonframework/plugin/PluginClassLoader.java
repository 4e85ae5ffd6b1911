package org.muonframework.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The class loader of one plugin: its own JARs, the Java platform, and of the host only what is on the allow-list.
 *
 * <p>Packages on the allow-list always come from the host, so that plugin and host speak of the same types. Everything
 * else comes from the plugin's own JARs: two plugins may carry different versions of one library, and none sees the
 * libraries of the framework. Resources are never shared, so that the host's service files are not the plugin's.
 */
final class PluginClassLoader extends URLClassLoader {

    /** Packages shared with the host; a class belongs to one if its name starts with it. */
    private static final List<String> SHARED = List.of(
            "org.muonframework.spi.",
            "org.muonframework.physics.",
            "org.muonframework.stats.",
            "ai.djl.",
            "com.typesafe.config.",
            "org.slf4j.",
            "com.google.inject.",
            "jakarta.inject.",
            "org.aopalliance.");

    static {
        registerAsParallelCapable();
    }

    private final String id;
    private final ClassLoader host;

    PluginClassLoader(String id, List<URL> jars, ClassLoader host) {
        super("plugin-" + id, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.id = id;
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    private static boolean isShared(String className) {
        for (String start : SHARED) {
            if (className.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Carries the plugin's name into stack traces and logs. */
    @Override
    public String toString() {
        return "PluginClassLoader[" + id + "]";
    }
}
