package org.muonframework.evaluate.classify;

import org.muonframework.evaluate.NoSettings;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code roc}: signal efficiency against background efficiency and the area under that curve. */
public final class RocProvider implements MetricProvider<NoSettings> {

    @Override
    public String name() {
        return "roc";
    }

    @Override
    public String description() {
        return "ROC curve with the area under it and its uncertainty; for several classes each against the rest";
    }

    @Override
    public Class<NoSettings> settings() {
        return NoSettings.class;
    }

    @Override
    public Metric create(NoSettings settings, Context context) {
        return new RocMetric(context.random().derive("roc", 0));
    }
}
