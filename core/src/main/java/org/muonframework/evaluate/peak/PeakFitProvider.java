package org.muonframework.evaluate.peak;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code peak-fit}: mass, width and yield of peaks in the spectrum of a variable; needs no model. */
public final class PeakFitProvider implements MetricProvider<PeakFitSettings> {

    @Override
    public String name() {
        return "peak-fit";
    }

    @Override
    public String description() {
        return "maximum-likelihood fit of peaks over a background: mass, width, resolution, yield and χ²";
    }

    @Override
    public Class<PeakFitSettings> settings() {
        return PeakFitSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(PeakFitSettings settings, Context context) {
        return new PeakFit(settings);
    }
}
