package org.muonframework.darksector.merit;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Quantiles;

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

    /**
     * The median of those that are finite. Its interval is made of the medians of the ends, as if all fluctuated
     * together: neighbouring masses share part of the background.
     *
     * @return NaN where there is none
     */
    public static Estimate median(List<Estimate> estimates) {
        List<Estimate> finite = estimates.stream()
                .filter(estimate -> Double.isFinite(estimate.value()))
                .toList();
        return new Estimate(
                median(finite, Estimate::value), median(finite, Estimate::low), median(finite, Estimate::high));
    }

    private static double median(List<Estimate> estimates, ToDoubleFunction<Estimate> of) {
        return Quantiles.median(estimates.stream()
                .mapToDouble(of)
                .filter(number -> !Double.isNaN(number))
                .toArray());
    }

    /** As a value of a metric. */
    public MetricValue as(String name, Part part) {
        return MetricValue.of(name, part, value).within(low, high);
    }
}
