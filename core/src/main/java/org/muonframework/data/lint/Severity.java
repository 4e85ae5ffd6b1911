package org.muonframework.data.lint;

import java.util.Locale;

/** How much a finding matters, the most severe last. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** The result may be worse than it could be, or less certain than it says. */
    WARNING,
    /** The result would not mean what it seems to. */
    PROBLEM;

    /** The name in texts and files: {@code warning}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
