package org.muonframework.data.format;

import org.muonframework.spi.data.Batch;

/**
 * Writes a table to a file that appears under its name only when it is complete.
 *
 * <p>Rows go to a temporary file beside the target; {@link #commit} moves it into place. Closing without a commit leaves
 * no trace, so that a failure between two batches never leaves half a file:
 *
 * <pre>{@code
 * try (TableWriter writer = TableWriters.open(target, schema)) {
 *     …
 *     writer.write(batch);
 *     …
 *     writer.commit();
 * }
 * }</pre>
 */
public interface TableWriter extends AutoCloseable {

    /**
     * Adds the rows of a batch, which holds at least the columns of the schema.
     *
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    void write(Batch batch);

    /**
     * Completes the file and moves it to its name, replacing an older one; nothing can be written afterwards.
     *
     * @throws org.muonframework.spi.problem.DataException if the file cannot be written
     */
    void commit();

    /** Removes what was not committed. */
    @Override
    void close();
}
