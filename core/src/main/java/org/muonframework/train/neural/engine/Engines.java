package org.muonframework.train.neural.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muonframework.spi.problem.ConfigurationException;
import org.slf4j.Logger;

/**
 * Finds and starts a tensor engine; the only place where native code of one is first touched.
 *
 * <p>The library looks for engines once, through the context class loader of the thread that first uses it, so that is
 * set to this class's own. Before that the system properties {@code ai.djl.offline} and {@code OPT_OUT_TRACKING} are set
 * where the user has not set them (the library would call home), and {@code DJL_CACHE_DIR} where its usual place
 * {@code ~/.djl.ai} cannot be written.
 */
public final class Engines {

    /** The engine taken when the configuration names none and it is installed. */
    public static final String PREFERRED = "MXNet";

    private static final String WHERE = "trainer.engine";

    private Engines() {}

    /**
     * Starts an engine, or gives the running one.
     *
     * @param name its name; when empty, {@link #PREFERRED} if it is installed, else the only one
     * @throws ConfigurationException if there is no such engine or it does not start here
     */
    public static Engine start(Optional<String> name, Logger log) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engines.class.getClassLoader());
        try {
            prepare();
            String chosen = choose(name, new TreeSet<>(Engine.getAllEngines()));
            try {
                return Engine.getEngine(chosen);
            } catch (EngineException | LinkageError | IllegalStateException e) {
                log.warn("engine {} does not start", chosen, e);
                throw new ConfigurationException(WHERE, doesNotStart(chosen, e));
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Starts the preferred engine.
     *
     * @return its name and version
     * @throws ConfigurationException as {@link #start}
     */
    public static String startPreferred(Logger log) {
        Engine engine = start(Optional.empty(), log);
        return engine.getEngineName() + " " + engine.getVersion();
    }

    private static String choose(Optional<String> name, Set<String> installed) {
        if (installed.isEmpty()) {
            throw new ConfigurationException(
                    WHERE, "no tensor engine is installed; put the JARs of one (such as MXNet's) into lib/");
        }
        if (name.isPresent()) {
            return installed.stream()
                    .filter(name.get()::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException(
                            WHERE,
                            "no engine '" + name.get() + "' is installed; there is " + String.join(", ", installed)
                                    + ". Put the engine's JARs into lib/ to add one"));
        }
        if (installed.contains(PREFERRED) || installed.size() > 1) {
            return PREFERRED;
        }
        return installed.iterator().next();
    }

    private static String doesNotStart(String engine, Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "engine " + engine + " does not start on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ": " + root.getMessage()
                + ". Its native library may be missing for this system; put another engine's JARs into lib/ and name it"
                + " here, or use a trainer that needs none";
    }

    private static void prepare() {
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        Path home = Path.of(System.getProperty("user.home"));
        Path usual = home.resolve(".djl.ai");
        boolean writable = Files.exists(usual) ? Files.isWritable(usual) : Files.isWritable(home);
        if (!writable && System.getenv("DJL_CACHE_DIR") == null) {
            Path other = Path.of(
                    System.getProperty("java.io.tmpdir"), "muonframework-" + System.getProperty("user.name"), "djl");
            setIfAbsent("DJL_CACHE_DIR", other.toString());
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
