package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunCancelledException;

/**
 * Turns Ctrl-C and a termination signal into a request to stop at the next safe moment, and ends the process with the
 * exit code of what was done by then.
 */
final class Interrupts {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = ExitCode.INTERRUPTED.code();

    private Interrupts() {}

    /**
     * Does work that a signal cancels.
     *
     * @param cancellation is requested by a signal
     * @param err where the work's last words go when it was cancelled
     * @param work the work, which gives the exit code
     * @return the exit code; {@link ExitCode#INTERRUPTED} when it was cancelled
     */
    static int cancel(Cancellation cancellation, PrintWriter err, IntSupplier work) {
        Interrupts interrupts = new Interrupts();
        Thread hook = new Thread(() -> interrupts.interrupt(cancellation), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            interrupts.code = work.getAsInt();
        } catch (RunCancelledException e) {
            err.println(e.getMessage());
        } finally {
            err.flush();
            interrupts.end(hook);
        }
        return interrupts.code;
    }

    /** A signal came: the JVM is shutting down, and waits for this. */
    private void interrupt(Cancellation cancellation) {
        cancellation.request();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    private void end(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            finished.countDown();
        }
    }
}
