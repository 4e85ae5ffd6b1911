package org.muonframework.cli;

/** How a command ended. */
enum ExitCode {
    /** What was asked for is done. */
    DONE(0),
    /** Something failed that the user could not foresee; the log has the details. */
    UNEXPECTED(1),
    /** The command line or the configuration is wrong. */
    USAGE(2),
    /** The data are wrong, or a file cannot be read or written. */
    DATA(3),
    /** The user interrupted it; it can be resumed. */
    INTERRUPTED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
