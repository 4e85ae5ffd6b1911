package org.muonframework.run.assemble;

import org.muonframework.run.plan.Configured;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/**
 * A metric, made but not computed.
 *
 * @param plan what the configuration says of it
 * @param metric the metric
 */
public record AssembledMetric(Configured<MetricProvider<?>> plan, Metric metric) {

    /** Whether it is computed again on each variation. */
    public boolean judgesVariations() {
        return plan.service().call(provider -> metric.judgesVariations());
    }
}
