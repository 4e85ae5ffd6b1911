package org.muonframework.spi;

import org.muonframework.spi.model.Model;

/** Makes untrained models: {@code model { type = NAME, … }}. */
public interface ModelProvider<S extends Record> extends Provider<S> {

    /** Whether its models need classes or targets to learn; if not, an analysis may do without. */
    default boolean supervised() {
        return true;
    }

    /**
     * Describes the model for a task; reads no data and loads nothing native.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if it cannot be made for this task
     */
    Model create(S settings, ModelContext context);
}
