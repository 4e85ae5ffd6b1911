package org.muonframework.train.model;

import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Model;

/** The model {@code autoencoder}: gives its features back through a few numbers. */
public final class AutoencoderProvider implements ModelProvider<AutoencoderSettings> {

    @Override
    public String name() {
        return "autoencoder";
    }

    @Override
    public String description() {
        return "A network that gives its features back through a few numbers.";
    }

    @Override
    public Class<AutoencoderSettings> settings() {
        return AutoencoderSettings.class;
    }

    /** Learns from features alone. */
    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public Model create(AutoencoderSettings settings, ModelContext context) {
        return new Coding(name(), context.task(), settings).plain();
    }
}
