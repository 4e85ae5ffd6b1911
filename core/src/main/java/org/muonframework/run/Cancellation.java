package org.muonframework.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the user wants the run to stop; set from a signal handler, asked between steps. */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks for a stop at the next safe moment. */
    public void request() {
        requested.set(true);
    }

    /** Whether a stop was asked for. */
    public boolean requested() {
        return requested.get();
    }

    /** Stops here if a stop was asked for. */
    public void check() {
        if (requested()) {
            throw new RunCancelledException();
        }
    }
}
