package org.muonframework.spi.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds an {@link Architecture} node by node.
 *
 * <pre>{@code
 * var network = Architecture.builder();
 * String x = network.input("features", task.features(), Scaling.STANDARDISE);
 * String h = network.apply("body", List.of(new Dense(64), new Activation(RELU), new Dense(1)), x);
 * network.output("class", h, new Loss.BinaryCrossEntropy());
 * return network.build();
 * }</pre>
 */
public final class ArchitectureBuilder {

    private final List<Architecture.Input> inputs = new ArrayList<>();
    private final List<Architecture.Node> nodes = new ArrayList<>();
    private final List<Architecture.Output> outputs = new ArrayList<>();

    ArchitectureBuilder() {}

    /** Adds an input of flat features and gives its name back. */
    public String input(String name, List<String> columns, Scaling scaling) {
        requireFeatures(name, columns);
        return input(name, Shape.of(columns.size()), columns, scaling);
    }

    /** Adds an input whose features are arranged to a shape, and gives its name back. */
    public String input(String name, Shape shape, List<String> columns, Scaling scaling) {
        requireFeatures(name, columns);
        inputs.add(new Architecture.Input(name, shape, columns, scaling));
        return name;
    }

    private static void requireFeatures(String name, List<String> columns) {
        if (columns.isEmpty()) {
            throw new ArchitectureException("input '" + name + "' has no features");
        }
    }

    /**
     * Adds an image of the task as it is, not scaled, and gives its name back.
     *
     * @param name of the image, which is the name of the input too
     * @param shape the image's own, perhaps with a channel in front: {@code 1x50x32x32}
     */
    public String image(String name, Shape shape) {
        inputs.add(new Architecture.Input(name, shape, List.of(), Scaling.NONE));
        return name;
    }

    /** Adds one layer and gives the name of its node back. */
    public String apply(String name, Layer layer, String... from) {
        nodes.add(new Architecture.Node(name, layer, List.of(from)));
        return name;
    }

    /** Adds layers one after the other, named {@code name-1}, {@code name-2}, …, and gives the last one's name back. */
    public String apply(String name, List<Layer> layers, String from) {
        String last = from;
        for (int i = 0; i < layers.size(); i++) {
            last = apply(name + "-" + (i + 1), layers.get(i), last);
        }
        return last;
    }

    /** Adds a classification, or an output whose loss needs no truth. */
    public ArchitectureBuilder output(String name, String from, Loss loss) {
        return output(name, from, loss, 1.0, List.of(), Scaling.NONE);
    }

    /** Adds a result with everything stated. */
    public ArchitectureBuilder output(
            String name, String from, Loss loss, double lossWeight, List<String> columns, Scaling scaling) {
        outputs.add(new Architecture.Output(name, from, loss, lossWeight, columns, scaling));
        return this;
    }

    /**
     * The finished network.
     *
     * @throws ArchitectureException if its parts do not fit together
     */
    public Architecture build() {
        return new Architecture(inputs, nodes, outputs);
    }
}
