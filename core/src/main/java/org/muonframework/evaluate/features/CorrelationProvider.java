package org.muonframework.evaluate.features;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code correlation}: which features go together, in each class. */
public final class CorrelationProvider implements MetricProvider<CorrelationSettings> {

    @Override
    public String name() {
        return "correlation";
    }

    @Override
    public String description() {
        return "correlation matrices of the features in each class, linear (Pearson) and of ranks (Spearman)";
    }

    @Override
    public Class<CorrelationSettings> settings() {
        return CorrelationSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.DATA;
    }

    @Override
    public Metric create(CorrelationSettings settings, Context context) {
        return new CorrelationMatrices(settings);
    }
}
