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
 * @param keys what it stands for if not for the whole: {@code class}, {@code bin}, {@code region}, {@code target}
 */
public record MetricValue(
        String name, Part sample, double value, double low, double high, String unit, Map<String, String> keys) {

    /** Keys of values that are of a part of the sample, or of one of many things, only. */
    private static final Set<String> PARTIAL =
            Set.of("bin", "class", "region", "fold", "variable", "feature", "variation");

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

    /** Whether it is not of a bin, a class, a region, a fold, a variable, a feature or a variation only. */
    public boolean standsForTheWhole() {
        return Collections.disjoint(keys.keySet(), PARTIAL);
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
