package org.muonframework.evaluate.features;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code feature-distributions}: how each feature is distributed in each class. */
public final class FeatureDistributionsProvider implements MetricProvider<FeatureDistributionsSettings> {

    @Override
    public String name() {
        return "feature-distributions";
    }

    @Override
    public String description() {
        return "distribution of each feature in each class, with errors and what lies outside the axis";
    }

    @Override
    public Class<FeatureDistributionsSettings> settings() {
        return FeatureDistributionsSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.DATA;
    }

    @Override
    public Metric create(FeatureDistributionsSettings settings, Context context) {
        return new FeatureDistributions(settings);
    }
}
