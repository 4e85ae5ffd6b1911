package org.muonframework.evaluate.select;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code working-point}: what cuts on the score keep and let pass, beside reference selections. */
public final class WorkingPointProvider implements MetricProvider<WorkingPointsSettings> {

    @Override
    public String name() {
        return "working-point";
    }

    @Override
    public String description() {
        return "efficiency, rejection and purity at cuts on the score, and the gain over reference selections";
    }

    @Override
    public Class<WorkingPointsSettings> settings() {
        return WorkingPointsSettings.class;
    }

    @Override
    public Metric create(WorkingPointsSettings settings, Context context) {
        return new WorkingPointMetric(settings);
    }
}
