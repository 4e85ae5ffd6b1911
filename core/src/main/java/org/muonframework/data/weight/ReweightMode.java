package org.muonframework.data.weight;

import java.util.Locale;

/** What the distribution of the variables becomes by reweighting. */
public enum ReweightMode {
    /** What it is. */
    NONE,
    /** In each class the same sum of weights in every bin. */
    FLATTEN,
    /** That of all other classes together, for the rows of the signal. */
    SIGNAL_TO_BACKGROUND,
    /** That of the signal, for the rows of each other class. */
    BACKGROUND_TO_SIGNAL;

    /** The name in the analysis file: {@code signal-to-background}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the rows of a class get factors. */
    boolean changes(int label, int signal) {
        return switch (this) {
            case NONE -> false;
            case FLATTEN -> true;
            case SIGNAL_TO_BACKGROUND -> label == signal;
            case BACKGROUND_TO_SIGNAL -> label != signal;
        };
    }
}
