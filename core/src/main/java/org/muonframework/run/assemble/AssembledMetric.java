package org.muonframework.run.assemble;

import java.util.Optional;
import org.muonframework.run.plan.Configured;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.model.Task;

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

    /** Why it cannot judge a task; empty if it can. */
    public Optional<String> objection(Task task) {
        return plan.service().call(provider -> metric.objection(task));
    }
}
