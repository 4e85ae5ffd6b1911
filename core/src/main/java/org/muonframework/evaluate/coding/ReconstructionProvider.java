package org.muonframework.evaluate.coding;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code reconstruction}: how well features are given back. */
public final class ReconstructionProvider implements MetricProvider<ReconstructionSettings> {

    @Override
    public String name() {
        return "reconstruction";
    }

    @Override
    public String description() {
        return "how well an autoencoder gives its features back: reconstruction error, share of the variance that is explained";
    }

    @Override
    public Class<ReconstructionSettings> settings() {
        return ReconstructionSettings.class;
    }

    @Override
    public Metric create(ReconstructionSettings settings, Context context) {
        return new Reconstruction(settings);
    }
}
