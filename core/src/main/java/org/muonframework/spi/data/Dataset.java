package org.muonframework.spi.data;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Rows of columns from files or a simulation; may be larger than memory. */
public interface Dataset {

    /** The columns; known before any row is read. */
    Schema schema();

    /**
     * Starts reading.
     *
     * @param columns names of the columns to read; others are not touched
     */
    BatchReader open(Set<String> columns);

    /** The number of rows, where it is known without reading them. */
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    /** The files read, in order; their hashes go into the run's manifest. */
    default List<Path> files() {
        return List.of();
    }
}
