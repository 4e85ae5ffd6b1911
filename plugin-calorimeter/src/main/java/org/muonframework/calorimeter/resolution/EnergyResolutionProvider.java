package org.muonframework.calorimeter.resolution;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code energy-resolution}: bias and resolution of a regressed energy, and what it adds to the tracker. */
public final class EnergyResolutionProvider implements MetricProvider<EnergyResolutionSettings> {

    @Override
    public String name() {
        return "energy-resolution";
    }

    @Override
    public String description() {
        return "resolution of a muon's energy, corrected for bias and not, alone and together with the tracker";
    }

    @Override
    public Class<EnergyResolutionSettings> settings() {
        return EnergyResolutionSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(EnergyResolutionSettings settings, Context context) {
        return new EnergyResolution(settings, context.random());
    }
}
