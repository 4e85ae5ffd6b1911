package org.muonframework.evaluate.coding;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code latent-space}: where rows lie among the latent numbers of an autoencoder. */
public final class LatentSpaceProvider implements MetricProvider<LatentSpaceSettings> {

    @Override
    public String name() {
        return "latent-space";
    }

    @Override
    public String description() {
        return "where an autoencoder puts the rows: a map of two of its latent numbers";
    }

    @Override
    public Class<LatentSpaceSettings> settings() {
        return LatentSpaceSettings.class;
    }

    @Override
    public Metric create(LatentSpaceSettings settings, Context context) {
        return new LatentSpace(settings);
    }
}
