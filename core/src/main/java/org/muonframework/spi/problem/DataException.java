package org.muonframework.spi.problem;

import java.util.List;

/** Something in the data is wrong: a missing or damaged file, a bad value, an empty selection (exit code 3). */
public final class DataException extends UserException {

    private static final long serialVersionUID = 1L;

    /** Several problems together. */
    public DataException(List<Problem> problems) {
        super(problems, null);
    }

    /** One problem whose message says everything. */
    public DataException(String message) {
        this("", message);
    }

    /** One problem at a place: a file, a file and row, a column. */
    public DataException(String where, String message) {
        super(List.of(new Problem(where, message)), null);
    }

    /** One problem at a place, with the failure below it kept for the log. */
    public DataException(String where, String message, Throwable cause) {
        super(List.of(new Problem(where, message)), cause);
    }
}
