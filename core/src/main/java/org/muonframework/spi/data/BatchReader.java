package org.muonframework.spi.data;

import java.util.Optional;

/** Reads a dataset once from its first row to its last; not for use by several threads. */
public interface BatchReader extends AutoCloseable {

    /**
     * The next batch, or empty after the last one. The same dataset always gives the same rows in the same order,
     * whatever the number of threads.
     *
     * @throws org.muonframework.spi.problem.DataException if the data are damaged, naming file, row and column
     */
    Optional<Batch> next();

    /** Gives files and native memory back; may be called before the end. */
    @Override
    void close();
}
