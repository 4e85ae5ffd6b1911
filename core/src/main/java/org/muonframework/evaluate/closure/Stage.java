package org.muonframework.evaluate.closure;

import java.util.Locale;

/** With which weights. */
enum Stage {
    /** Those that reweighting began with. */
    BEFORE,
    /** Those that came of it. */
    AFTER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
