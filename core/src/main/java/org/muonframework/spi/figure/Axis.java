package org.muonframework.spi.figure;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One axis of a figure.
 *
 * @param title what is drawn along it
 * @param unit physical unit, shown in brackets; empty for a pure number
 * @param logarithmic whether equal ratios are drawn as equal lengths
 * @param min lower end, or empty to follow the data
 * @param max upper end, or empty to follow the data
 */
public record Axis(String title, String unit, boolean logarithmic, OptionalDouble min, OptionalDouble max) {

    public Axis {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
    }

    /** A linear axis that follows the data. */
    public static Axis of(String title, String unit) {
        return new Axis(title, unit, false, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A linear axis of a pure number that follows the data. */
    public static Axis of(String title) {
        return of(title, "");
    }

    /** The same axis between fixed ends. */
    public Axis between(double lower, double upper) {
        return new Axis(title, unit, logarithmic, OptionalDouble.of(lower), OptionalDouble.of(upper));
    }

    /** The same axis, logarithmic. */
    public Axis log() {
        return new Axis(title, unit, true, min, max);
    }

    /** The title with its unit: {@code mass [GeV]}. */
    public String text() {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }
}
