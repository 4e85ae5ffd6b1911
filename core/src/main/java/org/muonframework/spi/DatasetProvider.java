package org.muonframework.spi;

import org.muonframework.spi.data.Dataset;

/** Makes datasets: {@code dataset { type = NAME, … }}. */
public interface DatasetProvider<S extends Record> extends Provider<S> {

    /**
     * Opens a dataset as far as its schema; reads no rows.
     *
     * @throws org.muonframework.spi.problem.DataException if a file is missing or damaged
     * @throws org.muonframework.spi.problem.ConfigurationException if the settings contradict each other
     */
    Dataset create(S settings, Context context);
}
