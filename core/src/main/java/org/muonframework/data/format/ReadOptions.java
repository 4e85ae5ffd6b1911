package org.muonframework.data.format;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * How to read files.
 *
 * @param delimiter what divides the fields of text files; found out from the file when empty
 * @param threads number of threads that may be used; the rows do not depend on it
 * @param log for what is odd about a file but no reason to stop
 */
public record ReadOptions(Optional<Character> delimiter, int threads, Logger log) {

    public ReadOptions {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(log, "log");
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
    }
}
