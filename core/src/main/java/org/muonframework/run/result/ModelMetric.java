package org.muonframework.run.result;

import java.util.Objects;
import org.muonframework.spi.metric.MetricValue;

/**
 * A value of a metric and the model that it judges.
 *
 * @param model name of the model in the analysis
 * @param metric name of the metric that computed it; {@code training} for what the run itself knows
 * @param value the value
 */
public record ModelMetric(String model, String metric, MetricValue value) {

    public ModelMetric {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(value, "value");
    }
}
