package org.muonframework.evaluate.coding;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code generation}: rows made from random numbers beside real ones. */
public final class GenerationProvider implements MetricProvider<GenerationSettings> {

    @Override
    public String name() {
        return "generation";
    }

    @Override
    public String description() {
        return "how the rows that a model makes from random numbers compare with real ones";
    }

    @Override
    public Class<GenerationSettings> settings() {
        return GenerationSettings.class;
    }

    @Override
    public Metric create(GenerationSettings settings, Context context) {
        return new Generation(settings, context.random());
    }
}
