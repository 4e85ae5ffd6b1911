package org.muonframework.spi.problem;

import java.util.List;

/** Something in the analysis file or on the command line is wrong (exit code 2). */
public final class ConfigurationException extends UserException {

    private static final long serialVersionUID = 1L;

    /** All problems of one reading of the configuration together. */
    public ConfigurationException(List<Problem> problems) {
        super(problems, null);
    }

    /** One problem whose message says everything. */
    public ConfigurationException(String message) {
        this(List.of(new Problem("", message)));
    }

    /** One problem at a place: a file and line, or a key. */
    public ConfigurationException(String where, String message) {
        this(List.of(new Problem(where, message)));
    }
}
