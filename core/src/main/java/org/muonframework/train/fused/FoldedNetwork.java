package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterKind;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * A trained network made shorter for scoring: dropout is left out, and a batch normalisation whose statistics are fixed is
 * put into the dense layer before or behind it.
 *
 * <p>With s = γ / √(σ² + ε) and t = β − μ s, behind a dense layer W s x + (b s + t), and before one W (s x + t) + b = (W s)
 * x + (b + W t). It is computed in double precision. A normalisation that is between other layers, or whose neighbours are
 * read by others too, stays.
 *
 * @param architecture the shorter network
 * @param parameters its parameters
 */
record FoldedNetwork(Architecture architecture, List<Tensor> parameters) {

    /** Shortens a network. */
    static FoldedNetwork of(Architecture architecture, List<Tensor> parameters) {
        return new Folding(architecture, parameters).fold();
    }

    /** A dense layer on the way. */
    private record Linear(float[] weights, float[] bias) {}

    /** The work of shortening one network. */
    private static final class Folding {

        private final Architecture original;
        private final Map<String, Map<ParameterKind, float[]>> values = new HashMap<>();
        private final Map<String, List<float[]>> inOrder = new HashMap<>();
        private final Map<String, String> leftOut = new HashMap<>();
        private final List<Architecture.Node> nodes = new ArrayList<>();
        private final Map<String, Linear> linears = new HashMap<>();

        Folding(Architecture original, List<Tensor> parameters) {
            this.original = original;
            NamedTensors named = new NamedTensors(parameters);
            for (ParameterLayout.Entry entry : ParameterLayout.of(original).entries()) {
                String node = original.nodes().get(entry.node()).name();
                float[] own = named.values(entry.name(), entry.shape());
                values.computeIfAbsent(node, name -> new HashMap<>()).put(entry.kind(), own);
                inOrder.computeIfAbsent(node, name -> new ArrayList<>()).add(own);
            }
        }

        FoldedNetwork fold() {
            for (Architecture.Node node : original.nodes()) {
                if (node.layer() instanceof Layer.Dense dense) {
                    float[] weights =
                            values.get(node.name()).get(ParameterKind.WEIGHT).clone();
                    float[] bias = values.get(node.name()).getOrDefault(ParameterKind.BIAS, new float[dense.units()]);
                    linears.put(node.name(), new Linear(weights, bias.clone()));
                }
            }
            for (Architecture.Node node : original.nodes()) {
                visit(node);
            }
            List<Architecture.Output> outputs = original.outputs().stream()
                    .map(output -> new Architecture.Output(
                            output.name(),
                            current(output.from()),
                            output.loss(),
                            output.lossWeight(),
                            output.columns(),
                            output.scaling()))
                    .toList();
            Architecture shorter = new Architecture(original.inputs(), nodes, outputs);
            return new FoldedNetwork(shorter, parameters(shorter));
        }

        private void visit(Architecture.Node node) {
            if (node.layer() instanceof Layer.Dropout) {
                leftOut.put(node.name(), node.from().get(0));
            } else if (node.layer() instanceof Layer.BatchNorm norm && foldNorm(node, norm)) {
                leftOut.put(node.name(), node.from().get(0));
            } else {
                Layer layer = node.layer() instanceof Layer.Dense dense ? new Layer.Dense(dense.units()) : node.layer();
                nodes.add(new Architecture.Node(
                        node.name(),
                        layer,
                        node.from().stream().map(this::current).toList()));
            }
        }

        private boolean foldNorm(Architecture.Node node, Layer.BatchNorm norm) {
            Map<ParameterKind, float[]> own = values.get(node.name());
            int width = own.get(ParameterKind.GAMMA).length;
            double[] scale = new double[width];
            double[] shift = new double[width];
            for (int j = 0; j < width; j++) {
                scale[j] = own.get(ParameterKind.GAMMA)[j]
                        / Math.sqrt(own.get(ParameterKind.RUNNING_VAR)[j] + norm.epsilon());
                shift[j] = own.get(ParameterKind.BETA)[j] - own.get(ParameterKind.RUNNING_MEAN)[j] * scale[j];
            }
            Optional<String> next = onlyReader(node.name());
            if (next.isPresent() && linears.containsKey(next.get())) {
                foldIntoNext(linears.get(next.get()), scale, shift);
                return true;
            }
            String before = current(node.from().get(0));
            if (linears.containsKey(before) && isReadOnce(node.from().get(0))) {
                foldIntoLast(linears.get(before), scale, shift);
                return true;
            }
            return false;
        }

        private static void foldIntoNext(Linear linear, double[] scale, double[] shift) {
            int inputs = scale.length;
            for (int output = 0; output < linear.bias().length; output++) {
                double sum = linear.bias()[output];
                for (int input = 0; input < inputs; input++) {
                    int place = output * inputs + input;
                    sum += linear.weights()[place] * shift[input];
                    linear.weights()[place] = (float) (linear.weights()[place] * scale[input]);
                }
                linear.bias()[output] = (float) sum;
            }
        }

        private static void foldIntoLast(Linear linear, double[] scale, double[] shift) {
            int inputs = linear.weights().length / scale.length;
            for (int output = 0; output < scale.length; output++) {
                for (int input = 0; input < inputs; input++) {
                    int place = output * inputs + input;
                    linear.weights()[place] = (float) (linear.weights()[place] * scale[output]);
                }
                linear.bias()[output] = (float) (linear.bias()[output] * scale[output] + shift[output]);
            }
        }

        /** The node that alone reads a node, dropout on the way left out. */
        private Optional<String> onlyReader(String name) {
            if (original.readers(name) != 1) {
                return Optional.empty();
            }
            Optional<Architecture.Node> reader = original.nodes().stream()
                    .filter(node -> node.from().contains(name))
                    .findFirst();
            return reader.flatMap(
                    node -> node.layer() instanceof Layer.Dropout ? onlyReader(node.name()) : Optional.of(node.name()));
        }

        /** Whether a node has one reader, and so have those before it that it stands for. */
        private boolean isReadOnce(String name) {
            return original.readers(name) == 1 && (!leftOut.containsKey(name) || isReadOnce(leftOut.get(name)));
        }

        /** The node that gives a node's values in the shorter network. */
        private String current(String name) {
            return leftOut.containsKey(name) ? current(leftOut.get(name)) : name;
        }

        private List<Tensor> parameters(Architecture shorter) {
            List<Tensor> tensors = new ArrayList<>();
            Map<String, Iterator<float[]>> others = new HashMap<>();
            inOrder.forEach((node, arrays) -> others.put(node, arrays.iterator()));
            for (ParameterLayout.Entry entry : ParameterLayout.of(shorter).entries()) {
                String node = shorter.nodes().get(entry.node()).name();
                float[] array = linears.containsKey(node)
                        ? entry.kind() == ParameterKind.WEIGHT
                                ? linears.get(node).weights()
                                : linears.get(node).bias()
                        : others.get(node).next();
                tensors.add(new Tensor(entry.name(), entry.shape(), array));
            }
            return tensors;
        }
    }
}
