package org.muonframework.spi.metric;

import java.util.Locale;

/** The parts of a split, and all rows where nothing is trained and so nothing divided. */
public enum Part {
    /** Fitted. */
    TRAINING,
    /** Judged by while training. */
    VALIDATION,
    /** Looked at once, after everything is decided. */
    TEST,
    /** All rows of an analysis without a model. */
    WHOLE;

    /** The name in files and figures: {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
