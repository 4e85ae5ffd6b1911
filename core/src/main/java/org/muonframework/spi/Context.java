package org.muonframework.spi;

import java.nio.file.Path;
import java.util.Map;
import org.muonframework.spi.display.EventDisplay;
import org.slf4j.Logger;

/** What the framework offers a provider when it makes something. */
public interface Context {

    /** Generators made from the run's seed. */
    RandomStreams random();

    /** Number of threads that the user allows, at least 1; results must not depend on it where that can be had. */
    int threads();

    /** The directory against which relative paths of the configuration are resolved. */
    Path directory();

    /** For what a reader of {@code run.log} wants to know. */
    Logger log();

    /** The displays of events that are installed, by their names, each with its default settings; for metrics. */
    default Map<String, EventDisplay> displays() {
        return Map.of();
    }

    /** A context outside of any run, for tests and tools: relative paths start in the working directory. */
    static Context standalone(long seed, int threads) {
        return StandaloneContext.of(seed, threads);
    }
}
