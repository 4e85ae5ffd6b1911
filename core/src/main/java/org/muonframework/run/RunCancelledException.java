package org.muonframework.run;

/** The run ended early because the user asked for it; what it did stays in its directory (exit code 4). */
public final class RunCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stopped before anything was begun that could go on. */
    RunCancelledException() {
        super("interrupted");
    }

    /** Stopped in the middle of a run. */
    RunCancelledException(RunDirectory directory, RuntimeException cause) {
        super("interrupted; go on with: framework run --resume " + directory.path(), cause);
    }
}
