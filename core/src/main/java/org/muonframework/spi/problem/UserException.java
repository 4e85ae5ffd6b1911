package org.muonframework.spi.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A failure that the user can mend; it is shown as its messages, one a line, and never as a stack trace.
 *
 * <p>Throw {@link ConfigurationException} for what is wrong with the analysis file or the command line, and
 * {@link DataException} for what is wrong with the data: they end the command with different exit codes.
 */
public abstract sealed class UserException extends RuntimeException permits ConfigurationException, DataException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UserException(List<Problem> problems, Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        this.problems = List.copyOf(problems);
    }

    /** All problems found, in the order in which the user meets them. */
    public List<Problem> problems() {
        return problems;
    }
}
