package org.muonframework.cli;

import java.util.Locale;

/** Estimates how long a stage will go on, from the rate so far. */
final class RemainingTime {

    private long start = System.nanoTime();

    void restart() {
        start = System.nanoTime();
    }

    /** {@code 1 min 20 s}; empty when it cannot be said or nothing is left. */
    String text(long done, long total) {
        if (done <= 0 || total <= done) {
            return "";
        }
        double elapsed = (System.nanoTime() - start) * 1e-9;
        long seconds = Math.round(elapsed * (total - done) / done);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
    }
}
