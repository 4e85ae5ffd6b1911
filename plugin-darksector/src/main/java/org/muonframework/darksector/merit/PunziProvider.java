package org.muonframework.darksector.merit;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code punzi}: what a cut on the score is worth at each mass of the Z'. */
public final class PunziProvider implements MetricProvider<PunziSettings> {

    @Override
    public String name() {
        return "punzi";
    }

    @Override
    public String description() {
        return "Punzi's figure of merit of a Z' search against the mass: fixed cut, best cut, gain over no classifier";
    }

    @Override
    public Class<PunziSettings> settings() {
        return PunziSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(PunziSettings settings, Context context) {
        return new PunziMetric(settings);
    }
}
