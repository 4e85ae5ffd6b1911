package org.muonframework.darksector.limit;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code zprime-limits}: which cross-sections and couplings a search would exclude. */
public final class ZPrimeLimitsProvider implements MetricProvider<ZPrimeLimitsSettings> {

    @Override
    public String name() {
        return "zprime-limits";
    }

    @Override
    public String description() {
        return "expected limits on cross-section and coupling of a Z' against its mass, with and without classifier";
    }

    @Override
    public Class<ZPrimeLimitsSettings> settings() {
        return ZPrimeLimitsSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(ZPrimeLimitsSettings settings, Context context) {
        return new ZPrimeLimits(settings);
    }
}
