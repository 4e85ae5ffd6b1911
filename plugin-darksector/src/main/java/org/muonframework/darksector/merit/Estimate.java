package org.muonframework.darksector.merit;

import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Interval;

/**
 * A number with its 68 % interval.
 *
 * @param value NaN if there is none
 * @param low lower end; NaN if none is stated
 * @param high upper end; NaN if none is stated
 */
public record Estimate(double value, double low, double high) {

    /** There is no number. */
    public static final Estimate NONE = of(Double.NaN, Interval.NONE);

    /** A number with its interval. */
    public static Estimate of(double value, Interval interval) {
        return new Estimate(value, interval.low(), interval.high());
    }

    /** As a value of a metric. */
    public MetricValue as(String name, Part part) {
        return MetricValue.of(name, part, value).within(low, high);
    }
}
