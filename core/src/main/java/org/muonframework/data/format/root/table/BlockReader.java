package org.muonframework.data.format.root.table;

import java.util.Optional;

/** Reads a table from row to row; not for use by several threads. */
public interface BlockReader extends AutoCloseable {

    /**
     * The next rows, or empty after the last ones.
     *
     * @throws org.muonframework.data.format.root.bytes.RootException if the file is damaged
     */
    Optional<Block> next();

    /** Ends reading; may be called before the end. The file stays open. */
    @Override
    void close();
}
