package org.muonframework.darksector.merit;

import java.util.List;
import java.util.function.Function;
import org.muonframework.stats.Quantiles;

/**
 * The median of a number over masses. Its interval is made of the medians of the ends, as if all masses fluctuated
 * together: they share part of the background.
 */
public final class MedianOver {

    private MedianOver() {}

    /** Of all masses for which the number exists; NaN where there is none. */
    public static Estimate of(List<MassResult> masses, Function<MassResult, Estimate> quantity) {
        List<Estimate> estimates = masses.stream()
                .map(quantity)
                .filter(estimate -> Double.isFinite(estimate.value()))
                .toList();
        return new Estimate(
                median(estimates, Estimate::value), median(estimates, Estimate::low), median(estimates, Estimate::high));
    }

    private static double median(List<Estimate> estimates, Function<Estimate, Double> of) {
        return Quantiles.median(estimates.stream()
                .mapToDouble(of::apply)
                .filter(number -> !Double.isNaN(number))
                .toArray());
    }
}
