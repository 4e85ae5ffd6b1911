package org.muonframework.spi;

import org.muonframework.spi.model.Task;

/** What a model provider knows of the analysis beside the general context. */
public interface ModelContext extends Context {

    /** Features, classes and targets. */
    Task task();
}
