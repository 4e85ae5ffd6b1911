package org.muonframework.spi;

import java.util.Map;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.model.Task;

/** What a model provider knows of the analysis beside the general context. */
public interface ModelContext extends Context {

    /** Features, classes and targets. */
    Task task();

    /**
     * Unit, type and description of features and targets, by name; the same when a trained model is loaded as when it
     * was trained.
     */
    Map<String, ColumnSpec> columns();

    /** A context outside of any run, for tests and tools; nothing is known of the columns but that they are numbers. */
    static ModelContext standalone(long seed, int threads, Task task) {
        return StandaloneContext.of(seed, threads, task);
    }
}
