package org.muonframework.evaluate.regress;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code residuals}: bias, spread and resolution of every regressed target, beside a reference if one is given. */
public final class ResidualsProvider implements MetricProvider<ResidualsSettings> {

    @Override
    public String name() {
        return "residuals";
    }

    @Override
    public String description() {
        return "bias, RMS and central 68 % resolution of regressed targets, as a whole and against the truth";
    }

    @Override
    public Class<ResidualsSettings> settings() {
        return ResidualsSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(ResidualsSettings settings, Context context) {
        return new Residuals(settings, context.random().derive("residuals", 0));
    }
}
