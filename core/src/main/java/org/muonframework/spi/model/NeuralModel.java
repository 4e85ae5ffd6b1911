package org.muonframework.spi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A neural network, as data.
 *
 * @param architecture layers, losses and the columns they need
 * @param symmetries what a trainer may do to rows of the training, since it leaves their truth as it is
 * @param code the node from whose values alone an output gives features back, where there is one: rows can be made from
 *     values put there
 */
public record NeuralModel(Architecture architecture, List<Symmetry> symmetries, Optional<String> code)
        implements Model {

    public NeuralModel {
        Objects.requireNonNull(architecture, "architecture");
        symmetries = List.copyOf(symmetries);
        Objects.requireNonNull(code, "code");
        for (Architecture.Input input : architecture.inputs()) {
            int rank = input.shape().rank();
            symmetries.forEach(symmetry -> requireAxis(symmetry, input.name(), rank));
        }
    }

    private static void requireAxis(Symmetry symmetry, String image, int rank) {
        Integer axis = symmetry.mirrored().get(image);
        if (axis != null && (axis < 0 || axis >= rank)) {
            throw new IllegalArgumentException("the symmetry '" + symmetry.name() + "' mirrors the image '" + image
                    + "' along axis " + axis + ", and it has " + rank);
        }
    }

    /** A network that makes no rows. */
    public NeuralModel(Architecture architecture, List<Symmetry> symmetries) {
        this(architecture, symmetries, Optional.empty());
    }

    /** A network without symmetries that makes no rows. */
    public NeuralModel(Architecture architecture) {
        this(architecture, List.of());
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

    /**
     * {@inheritDoc} The columns of outputs without a truth are extras; where no output has a truth, nothing is learned of
     * classes and targets.
     */
    @Override
    public Task learned(Task task) {
        Task own = architecture.learnsFromTruth() ? task : task.unsupervised();
        return own.withExtras(architecture.extras());
    }

    @Override
    public String summary() {
        return "%d layers, %,d trainable parameters"
                .formatted(architecture.nodes().size(), architecture.parameters());
    }
}
