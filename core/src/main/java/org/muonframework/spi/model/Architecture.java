package org.muonframework.spi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A neural network as data: inputs, nodes in the order of computation, outputs with their losses.
 *
 * <p>Made with {@link #builder()}. Making one checks names, connections and shapes; a mistake is an
 * {@link ArchitectureException} that names the node.
 *
 * @param inputs where the columns come in
 * @param nodes layers, each after those that it reads
 * @param outputs what is trained and predicted
 */
public record Architecture(List<Input> inputs, List<Node> nodes, List<Output> outputs) {

    /**
     * Columns that enter the network together, or an image.
     *
     * @param name unique name; of an image, its name in the task
     * @param shape what a row's columns are arranged to; of an image its shape, perhaps with a channel in front
     * @param columns names of the features, as many as the shape has elements, in row-major order; none for an image
     * @param scaling how they are scaled; an image is not
     */
    public record Input(String name, Shape shape, List<String> columns, Scaling scaling) {
        public Input {
            Objects.requireNonNull(name, "name");
            columns = List.copyOf(columns);
            Objects.requireNonNull(scaling, "scaling");
            if (!columns.isEmpty() && shape.elements() != columns.size()) {
                throw new ArchitectureException("input '" + name + "' of shape " + shape + " takes " + shape.elements()
                        + " features, not " + columns.size());
            }
            if (columns.isEmpty() && scaling != Scaling.NONE) {
                throw new ArchitectureException("input '" + name + "' is an image, which is not scaled");
            }
        }

        /** Whether an image enters here, and no columns. */
        public boolean takesImage() {
            return columns.isEmpty();
        }
    }

    /**
     * A layer in its place.
     *
     * @param name unique name
     * @param layer what it computes
     * @param from names of the inputs or nodes that it reads
     */
    public record Node(String name, Layer layer, List<String> from) {
        public Node {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(layer, "layer");
            from = List.copyOf(from);
        }
    }

    /**
     * A result of the network: scores where the loss compares it with the class, else its first values, one for each of
     * its columns. An output without columns is trained and not predicted.
     *
     * @param name unique name, which names its loss curve too
     * @param from name of the node that gives it (before {@link Loss#link()})
     * @param loss what is made small
     * @param lossWeight factor of this loss in the sum over outputs
     * @param columns names of the regression targets, where the loss compares it with targets; without a truth, the names
     *     under which its values are predicted, if they are
     * @param scaling how the targets are scaled in training; predictions are scaled back
     */
    public record Output(
            String name, String from, Loss loss, double lossWeight, List<String> columns, Scaling scaling) {
        public Output {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(loss, "loss");
            columns = List.copyOf(columns);
            Objects.requireNonNull(scaling, "scaling");
        }
    }

    public Architecture {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new ArchitectureException("a network needs an input and an output");
        }
        Map<String, Shape> shapes = inferShapes(inputs, nodes);
        Map<String, Output> names = new HashMap<>();
        for (Output output : outputs) {
            if (names.put(output.name(), output) != null) {
                throw new ArchitectureException("two outputs are named '" + output.name() + "'");
            }
            checkOutput(output, shapes.get(output.from()));
        }
    }

    /** Starts an empty network. */
    public static ArchitectureBuilder builder() {
        return new ArchitectureBuilder();
    }

    /** The shape at every input and node, by name, in order of computation. */
    public Map<String, Shape> shapes() {
        return inferShapes(inputs, nodes);
    }

    /** The same network with the losses that its outputs have in a pretraining. */
    public Architecture pretraining() {
        return withLosses(Loss::pretraining);
    }

    /** The same network with the losses that its outputs have in the training proper. */
    public Architecture training() {
        return withLosses(Loss::training);
    }

    private Architecture withLosses(UnaryOperator<Loss> choice) {
        return new Architecture(
                inputs,
                nodes,
                outputs.stream()
                        .map(output -> new Output(
                                output.name(),
                                output.from(),
                                choice.apply(output.loss()),
                                output.lossWeight(),
                                output.columns(),
                                output.scaling()))
                        .toList());
    }

    /**
     * What speaks against the images that enter the network, one sentence each.
     *
     * @param task what there is to learn from
     */
    public List<String> objectionsToImages(Task task) {
        List<String> objections = new ArrayList<>();
        List<String> names = task.images().stream().map(Image::name).toList();
        for (Input input : inputs) {
            if (input.takesImage()) {
                Optional<Image> image = task.images().stream()
                        .filter(any -> any.name().equals(input.name()))
                        .findFirst();
                if (image.isEmpty()) {
                    objections.add("the network needs the image '" + input.name() + "', and there is "
                            + (names.isEmpty() ? "none" : String.join(", ", names)));
                } else if (!image.get().fits(input.shape())) {
                    objections.add("the network takes the image '" + input.name() + "' in the shape " + input.shape()
                            + ", and it has the shape " + image.get().shape());
                }
            }
        }
        return objections;
    }

    /** Whether any output is compared with a truth. */
    public boolean learnsFromTruth() {
        return outputs.stream().anyMatch(output -> output.loss().truth() != Loss.Truth.NONE);
    }

    /** Names of the columns that outputs without a truth predict. */
    public List<String> extras() {
        return outputs.stream()
                .filter(output -> output.loss().truth() == Loss.Truth.NONE)
                .flatMap(output -> output.columns().stream())
                .toList();
    }

    /** How many times nodes and outputs read an input or node. */
    public int readers(String name) {
        long byNodes = nodes.stream()
                .flatMap(node -> node.from().stream())
                .filter(name::equals)
                .count();
        long byOutputs =
                outputs.stream().filter(output -> output.from().equals(name)).count();
        return Math.toIntExact(byNodes + byOutputs);
    }

    /** Number of trainable parameters. */
    public long parameters() {
        Map<String, Shape> shapes = shapes();
        return nodes.stream()
                .mapToLong(node -> node.layer()
                        .parameters(node.from().stream().map(shapes::get).toList()))
                .sum();
    }

    private static Map<String, Shape> inferShapes(List<Input> inputs, List<Node> nodes) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Input input : inputs) {
            putOnce(shapes, input.name(), input.shape());
        }
        for (Node node : nodes) {
            List<Shape> from = new ArrayList<>();
            for (String name : node.from()) {
                Shape shape = shapes.get(name);
                if (shape == null) {
                    throw new ArchitectureException(
                            "node '" + node.name() + "' reads '" + name + "', which does not come before it");
                }
                from.add(shape);
            }
            try {
                putOnce(shapes, node.name(), node.layer().output(from));
            } catch (ArchitectureException e) {
                throw new ArchitectureException("node '" + node.name() + "': " + e.getMessage());
            }
        }
        return shapes;
    }

    private static void putOnce(Map<String, Shape> shapes, String name, Shape shape) {
        if (shapes.put(name, shape) != null) {
            throw new ArchitectureException("two nodes are named '" + name + "'");
        }
    }

    private static void checkOutput(Output output, Shape shape) {
        if (shape == null) {
            throw new ArchitectureException(
                    "output '" + output.name() + "' reads '" + output.from() + "', which is not a node");
        }
        int targets = output.columns().size();
        boolean needsTargets = output.loss().truth() == Loss.Truth.TARGETS;
        boolean mayNameValues = output.loss().truth() == Loss.Truth.NONE;
        if (needsTargets != (targets > 0) && !mayNameValues) {
            throw new ArchitectureException("output '" + output.name() + "' has "
                    + (needsTargets
                            ? "no targets, and its loss needs some"
                            : "the targets " + output.columns() + ", and its loss needs none"));
        }
        if (output.loss().truth() == Loss.Truth.CLASS && output.loss().link() == ActivationFunction.IDENTITY) {
            throw new ArchitectureException("output '" + output.name()
                    + "': its loss tells classes apart and needs a link that gives scores: sigmoid or softmax");
        }
        if (targets > shape.elements()) {
            throw new ArchitectureException(
                    "output '" + output.name() + "' of shape " + shape + " cannot predict " + targets + " targets");
        }
        try {
            output.loss().check(shape.elements(), targets);
        } catch (ArchitectureException e) {
            throw new ArchitectureException("output '" + output.name() + "': " + e.getMessage());
        }
    }
}
