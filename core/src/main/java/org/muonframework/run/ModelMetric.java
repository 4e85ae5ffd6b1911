package org.muonframework.run;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.muonframework.spi.metric.MetricValue;

/**
 * A value of a metric and the model that it judges.
 *
 * @param model name of the model in the analysis
 * @param metric name of the metric that computed it; {@code training} for what the run itself knows
 * @param value the value
 */
public record ModelMetric(String model, String metric, MetricValue value) {

    /** Keys of values that are of a part of the sample only. */
    private static final Set<String> PARTIAL = Set.of("bin", "class", "region", "fold", "variable", "feature");

    public ModelMetric {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(value, "value");
    }

    /** Whether the value is not of a bin, a class, a region, a fold, a variable or a feature only. */
    public boolean standsForTheWhole() {
        return standsForTheWhole(value);
    }

    /** Whether a value is not of a bin, a class, a region, a fold, a variable or a feature only. */
    static boolean standsForTheWhole(MetricValue value) {
        return Collections.disjoint(value.keys().keySet(), PARTIAL);
    }
}
