package org.muonframework.cli;

import java.io.PrintWriter;
import org.muonframework.run.RunListener;

/** Shows a run as it goes, on standard error. */
interface ProgressView extends RunListener, AutoCloseable {

    /** Ends the current line, so that results can be printed. */
    @Override
    void close();

    /** The view that fits: a bar on a terminal, plain lines elsewhere, warnings only when quiet. */
    static ProgressView of(boolean quiet, PrintWriter err) {
        if (quiet) {
            return new QuietProgress(err);
        }
        return Boolean.getBoolean("muonframework.terminal") ? new TerminalProgress(err) : new PlainProgress(err);
    }
}
