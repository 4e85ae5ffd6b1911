package org.muonframework.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows a run as plain lines: one for every stage, and at most one every few seconds within it. */
final class PlainProgress implements ProgressView {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final RemainingTime remaining = new RemainingTime();
    private long lastLine;

    PlainProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void stage(String name) {
        remaining.restart();
        lastLine = System.nanoTime();
        err.println(name);
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        long now = System.nanoTime();
        if (now - lastLine < INTERVAL_NANOS && done != total) {
            return;
        }
        lastLine = now;
        String count = total > 0
                ? String.format(Locale.ROOT, "%,d of %,d", done, total)
                : String.format(Locale.ROOT, "%,d", done);
        String left = remaining.text(done, total);
        err.println("  " + count + (message.isEmpty() ? "" : ": " + message)
                + (left.isEmpty() ? "" : ", " + left + " left"));
    }

    @Override
    public synchronized void warning(String message) {
        err.println("warning: " + message);
    }

    @Override
    public void close() {
        err.flush();
    }
}
