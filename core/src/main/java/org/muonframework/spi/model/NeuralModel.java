package org.muonframework.spi.model;

import java.util.List;
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

    /** The columns of the losses of all outputs. */
    @Override
    public List<String> columns() {
        return architecture.outputs().stream()
                .flatMap(output -> output.loss().columns().stream())
                .distinct()
                .toList();
    }

    /** Those that are an input of the network. */
    @Override
    public List<Image> images(Task task) {
        List<String> inputs = architecture.inputs().stream()
                .filter(Architecture.Input::takesImage)
                .map(Architecture.Input::name)
                .toList();
        return task.images().stream()
                .filter(image -> inputs.contains(image.name()))
                .toList();
    }

    @Override
    public String summary() {
        return "%d layers, %,d trainable parameters"
                .formatted(architecture.nodes().size(), architecture.parameters());
    }
}
