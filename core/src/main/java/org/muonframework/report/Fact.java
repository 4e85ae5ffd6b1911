package org.muonframework.report;

import java.util.Objects;

/**
 * One number that matters, shown large.
 *
 * @param label what it is: {@code AUC}
 * @param value the value with its uncertainty, as {@link Rounding} writes it
 * @param note what it stands against or was measured on; may be empty
 */
public record Fact(String label, String value, String note) {

    public Fact {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(note, "note");
    }
}
