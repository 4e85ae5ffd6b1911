package org.muonframework.dimuon.higgs.spectrum;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code four-lepton-spectrum}: expected events by process over the mass of four leptons, and data over them. */
public final class FourLeptonSpectrumProvider implements MetricProvider<FourLeptonSpectrumSettings> {

    @Override
    public String name() {
        return "four-lepton-spectrum";
    }

    @Override
    public String description() {
        return "expected H -> 4l and backgrounds over the mass of four leptons, with a variation's events as data";
    }

    @Override
    public Class<FourLeptonSpectrumSettings> settings() {
        return FourLeptonSpectrumSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(FourLeptonSpectrumSettings settings, Context context) {
        return new FourLeptonSpectrum(settings, context.random().derive(name(), 0));
    }
}
