package org.muonframework.evaluate.coding;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code anomaly}: how well reconstruction errors tell what a model was not trained on. */
public final class AnomalyProvider implements MetricProvider<AnomalySettings> {

    @Override
    public String name() {
        return "anomaly";
    }

    @Override
    public String description() {
        return "how well a number that a model gives each row tells rows of another kind: ROC curve, area, distributions";
    }

    @Override
    public Class<AnomalySettings> settings() {
        return AnomalySettings.class;
    }

    @Override
    public Metric create(AnomalySettings settings, Context context) {
        return new Anomaly(settings, context.random().derive("anomaly", 0));
    }
}
