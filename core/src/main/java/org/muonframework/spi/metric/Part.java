package org.muonframework.spi.metric;

import java.util.Locale;

/** The parts of a split. */
public enum Part {
    /** Fitted. */
    TRAINING,
    /** Judged by while training. */
    VALIDATION,
    /** Looked at once, after everything is decided. */
    TEST;

    /** The name in files and figures: {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
