package org.muonframework.train.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Model;

/** The model {@code vae}: as {@code autoencoder}, with random numbers in the middle (Kingma and Welling, arXiv:1312.6114) and a factor β of
 * their divergence (Higgins et al., ICLR 2017). */
public final class VaeProvider implements ModelProvider<VaeSettings> {

    @Override
    public String name() {
        return "vae";
    }

    @Override
    public String description() {
        return "A variational autoencoder, which makes new events from random numbers.";
    }

    @Override
    public Class<VaeSettings> settings() {
        return VaeSettings.class;
    }

    /** Learns from features alone. */
    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public Model create(VaeSettings settings, ModelContext context) {
        return new Coding(name(), context.task(), settings).variational(settings.beta(), settings.clamp());
    }
}
