package org.muonframework.run;

/** A listener that nobody reads. */
final class Silence implements RunListener {

    @Override
    public void stage(String name) {
        // Nobody looks.
    }

    @Override
    public void progress(long done, long total, String message) {
        // Nobody looks.
    }

    @Override
    public void warning(String message) {
        // The rows of one event are many here, and that is said.
    }
}
