package org.muonframework.dimuon.higgs.spectrum;

import java.util.Locale;

/** Before and after the cut on the score. */
enum Stage {
    /** All rows. */
    ALL("", ""),
    /** Those that pass. */
    SELECTED("-selected", ", selected");

    /** What is added to the names of figures. */
    final String suffix;

    /** What is added to their titles. */
    final String words;

    Stage(String suffix, String words) {
        this.suffix = suffix;
        this.words = words;
    }

    /** The value of the key {@code stage}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
