package org.muonframework.spi.metric;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One number of a result, with its uncertainty.
 *
 * @param name kebab-case name: {@code auc}, {@code resolution-68}
 * @param sample the part it was computed on
 * @param value the value; NaN where there is none, with the reason in the keys under {@code note}
 * @param low lower end of the 68 % interval; NaN if none is stated
 * @param high upper end of the 68 % interval; NaN if none is stated
 * @param unit physical unit; empty for a pure number
 * @param keys what tells it from others of its name: {@code target}, {@code point}, {@code class}, {@code bin}; see
 *     {@link #standsForTheWhole}
 */
public record MetricValue(
        String name, Part sample, double value, double low, double high, String unit, Map<String, String> keys) {

    /** Keys that say how a value was found, or of which of a few things; any other is of one of many, or of a part. */
    private static final Set<String> WHOLE =
            Set.of("corrected", "measure", "method", "metric", "note", "number", "peak", "point", "stage", "target");

    public MetricValue {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(unit, "unit");
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** A pure number without an uncertainty. */
    public static MetricValue of(String name, Part sample, double value) {
        return new MetricValue(name, sample, value, Double.NaN, Double.NaN, "", Map.of());
    }

    /**
     * Whether summaries show it: all its keys are among {@code corrected}, {@code measure}, {@code method},
     * {@code metric}, {@code note}, {@code number}, {@code peak}, {@code point}, {@code stage} and {@code target}. With
     * any other, such as {@code bin}, {@code class}, {@code fold} or {@code mass}, it is of a part of the rows, or of one
     * of many things.
     */
    public boolean standsForTheWhole() {
        return WHOLE.containsAll(keys.keySet());
    }

    /** The same value without a key. */
    public MetricValue without(String key) {
        var less = new TreeMap<>(keys);
        less.remove(key);
        return new MetricValue(name, sample, value, low, high, unit, less);
    }

    /** The same value with its interval. */
    public MetricValue within(double lower, double upper) {
        return new MetricValue(name, sample, value, lower, upper, unit, keys);
    }

    /** The same value in a unit. */
    public MetricValue in(String newUnit) {
        return new MetricValue(name, sample, value, low, high, newUnit, keys);
    }

    /** The same value with one more key. */
    public MetricValue with(String key, String text) {
        var more = new TreeMap<>(keys);
        more.put(key, text);
        return new MetricValue(name, sample, value, low, high, unit, more);
    }
}
