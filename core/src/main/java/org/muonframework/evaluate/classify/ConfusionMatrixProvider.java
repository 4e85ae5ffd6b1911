package org.muonframework.evaluate.classify;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code confusion-matrix}: which class is taken for which, with recall, precision and F1 of each class. */
public final class ConfusionMatrixProvider implements MetricProvider<ConfusionMatrixSettings> {

    @Override
    public String name() {
        return "confusion-matrix";
    }

    @Override
    public String description() {
        return "which class is taken for which; recall, precision and F1 of each class beside its prevalence";
    }

    @Override
    public Class<ConfusionMatrixSettings> settings() {
        return ConfusionMatrixSettings.class;
    }

    @Override
    public Metric create(ConfusionMatrixSettings settings, Context context) {
        return new ConfusionMatrix(settings);
    }
}
