package org.muonframework.spi.problem;

import java.util.Objects;

/**
 * One thing that a user has to mend.
 *
 * @param where file and line, file and row, or key; may be empty when the message says it all
 * @param message what is wrong, what was expected, and the nearest valid name where there is one
 */
public record Problem(String where, String message) {

    public Problem {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
    }

    /** The problem as one line: {@code analysis.conf:14: unknown key 'x'}. */
    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
