package org.muonframework.cli;

import java.io.PrintWriter;

/** Shows warnings and nothing else. */
record QuietProgress(PrintWriter err) implements ProgressView {

    @Override
    public void stage(String name) {}

    @Override
    public void progress(long done, long total, String message) {}

    @Override
    public void warning(String message) {
        err.println("warning: " + message);
    }

    @Override
    public void close() {}
}
