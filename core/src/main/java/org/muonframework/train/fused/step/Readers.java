package org.muonframework.train.fused.step;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;

/** Who reads the values of a network, where what leads to no output does not count. */
final class Readers {

    private final Architecture architecture;
    private final Set<String> used = new HashSet<>();

    Readers(Architecture architecture) {
        this.architecture = architecture;
        architecture.outputs().forEach(output -> used.add(output.from()));
        for (int node = architecture.nodes().size() - 1; node >= 0; node--) {
            Architecture.Node place = architecture.nodes().get(node);
            if (used.contains(place.name())) {
                used.addAll(place.from());
            }
        }
    }

    /** Whether an output depends on a node. */
    boolean leadToOutputs(String name) {
        return used.contains(name);
    }

    /** How many times nodes and outputs read an input or node. */
    int count(String name) {
        long nodes = architecture.nodes().stream()
                .filter(node -> used.contains(node.name()))
                .flatMap(node -> node.from().stream())
                .filter(name::equals)
                .count();
        long outputs = architecture.outputs().stream()
                .filter(output -> output.from().equals(name))
                .count();
        return (int) (nodes + outputs);
    }

    /** The function of single values that alone reads a node, if there is one. */
    Optional<Architecture.Node> function(String name) {
        return architecture.nodes().stream()
                .filter(node -> used.contains(node.name()))
                .filter(node -> node.from().contains(name))
                .filter(node -> node.layer() instanceof Layer.Activation)
                .filter(node -> count(name) == 1)
                .findFirst();
    }

    /** The function of such a node. */
    static ActivationFunction function(Architecture.Node node) {
        return ((Layer.Activation) node.layer()).function();
    }
}
