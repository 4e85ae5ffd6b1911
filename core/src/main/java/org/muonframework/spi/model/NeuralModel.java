package org.muonframework.spi.model;

import java.util.Objects;

/**
 * A neural network, as data.
 *
 * @param architecture layers, losses and the columns they need
 */
public record NeuralModel(Architecture architecture) implements Model {

    public NeuralModel {
        Objects.requireNonNull(architecture, "architecture");
    }

    @Override
    public String family() {
        return "neural network";
    }

    @Override
    public String summary() {
        return "%d layers, %,d trainable parameters"
                .formatted(architecture.nodes().size(), architecture.parameters());
    }
}
