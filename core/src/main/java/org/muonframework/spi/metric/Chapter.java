package org.muonframework.spi.metric;

import java.util.Locale;

/** The chapters of a report in which metrics appear. */
public enum Chapter {
    /** What the rows look like. */
    DATA,
    /** How the models were trained. */
    TRAINING,
    /** How well they predict. */
    PERFORMANCE,
    /** What that means for the measurement. */
    PHYSICS,
    /** How much the result depends on the simulation. */
    VARIATIONS,
    /** Whether the training weights do what they were made for. */
    CLOSURE;

    /** The identifier in links: {@code performance}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The heading: {@code Performance}. */
    public String title() {
        return name().charAt(0) + id().substring(1);
    }
}
