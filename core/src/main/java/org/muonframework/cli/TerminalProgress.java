package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a run as one bar a stage, with rate and time left. */
final class TerminalProgress implements ProgressView {

    private static final int WIDTH = 120;
    private static final int REFRESH_MILLIS = 200;

    private final PrintWriter err;
    private ProgressBar bar;

    TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void stage(String name) {
        close();
        err.println(name);
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(" ")
                    .setInitialMax(Math.max(total, -1))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new DelegatingProgressBarConsumer(this::overwrite, WIDTH))
                    .build();
        }
        bar.maxHint(total > 0 ? total : -1);
        bar.stepTo(done);
        bar.setExtraMessage(message);
    }

    private void overwrite(String line) {
        err.print(String.format(Locale.ROOT, "\r%s", line));
        err.flush();
    }

    @Override
    public synchronized void warning(String message) {
        close();
        err.println("warning: " + message);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
        }
    }
}
