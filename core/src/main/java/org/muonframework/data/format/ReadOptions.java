package org.muonframework.data.format;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * How to read files.
 *
 * @param table which table of a file that holds several, such as a tree; the largest one when empty
 * @param delimiter what divides the fields of text files; found out from the file when empty
 * @param threads number of threads that may be used; the rows do not depend on it
 * @param log for what is odd about a file but no reason to stop
 */
public record ReadOptions(Optional<String> table, Optional<Character> delimiter, int threads, Logger log) {

    public ReadOptions {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(log, "log");
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
    }

    /** The same for one table of the file. */
    public ReadOptions of(String newTable) {
        return new ReadOptions(Optional.of(newTable), delimiter, threads, log);
    }
}
