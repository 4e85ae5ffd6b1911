package org.muonframework.evaluate.select;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code efficiency}: the part of each class that passes cuts on the score, in bins of variables. */
public final class EfficiencyProvider implements MetricProvider<EfficiencySettings> {

    @Override
    public String name() {
        return "efficiency";
    }

    @Override
    public String description() {
        return "efficiency of signal and acceptance of background against any variable, beside reference selections";
    }

    @Override
    public Class<EfficiencySettings> settings() {
        return EfficiencySettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(EfficiencySettings settings, Context context) {
        return new EfficiencyMetric(settings);
    }
}
