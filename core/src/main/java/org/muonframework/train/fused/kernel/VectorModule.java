package org.muonframework.train.fused.kernel;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/**
 * The module {@code jdk.incubator.vector}, which no JVM has from the start unless it is told to.
 *
 * <p>{@code --add-modules} adds it, with a warning on standard error that nothing hides. Where the JVM was started with
 * {@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED}, as the distribution's script does, it is loaded here
 * when it is first needed, without a word and into the same place: by the method with which the JVM itself loads modules
 * late, such as that of its management agent. Should a newer Java have that method no more, there are still plain loops.
 */
final class VectorModule {

    private static final String NAME = "jdk.incubator.vector";
    private static final Optional<String> OBSTACLE = load();

    private VectorModule() {}

    /** Why it is not there, in words; empty where it is. */
    static Optional<String> obstacle() {
        return OBSTACLE;
    }

    private static Optional<String> load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return Optional.empty();
        }
        if (ModuleFinder.ofSystem().find(NAME).isEmpty()) {
            return Optional.of("this Java has no module " + NAME);
        }
        try {
            Class<?> modules = Class.forName("jdk.internal.module.Modules");
            modules.getMethod("loadModule", String.class).invoke(null, NAME);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.of("Java was started without --add-modules " + NAME);
        }
    }
}
