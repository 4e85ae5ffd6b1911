package org.muonframework.train.neural.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.store.Tensor;

/**
 * The parameters of a network of dense and convolutional layers, batch normalisations, squeeze-and-excitation and layers
 * without parameters, named and ordered as in {@code parameters.safetensors}, so that what one way of training writes the
 * others read.
 *
 * <p>A name is that of the engines' library: the number of the node from 1 with at least two digits, its name, then
 * {@code _weight} and {@code _bias} of a dense layer or a convolution; {@code _01norm_gamma}, {@code _01norm_beta}, {@code
 * _01norm_runningMean} and {@code _01norm_runningVar} of a batch normalisation; and {@code _weight} and {@code _bias} of
 * each of the two dense layers {@code _01squeeze} and {@code _02excite}.
 *
 * @param entries the parameters in order
 */
public record ParameterLayout(List<Entry> entries) {

    /**
     * A parameter.
     *
     * @param name unique in the network
     * @param shape sizes, slowest first: (units, inputs) or (channels, channels, kernel…) of weights, (units) or (channels)
     *     of all others
     * @param kind what it does
     * @param node position of its layer among the architecture's nodes
     * @param position among the network's parameters, running averages included
     */
    public record Entry(String name, List<Integer> shape, ParameterKind kind, int node, int position) {
        public Entry {
            shape = List.copyOf(shape);
        }
    }

    public ParameterLayout {
        entries = List.copyOf(entries);
    }

    /**
     * The layout of a network.
     *
     * @throws IllegalArgumentException if a layer has parameters of another kind
     */
    public static ParameterLayout of(Architecture architecture) {
        Map<String, Shape> shapes = architecture.shapes();
        List<Entry> entries = new ArrayList<>();
        for (int node = 0; node < architecture.nodes().size(); node++) {
            Architecture.Node place = architecture.nodes().get(node);
            String prefix = String.format(Locale.ROOT, "%02d%s_", node + 1, place.name());
            List<Shape> from = place.from().stream().map(shapes::get).toList();
            if (place.layer() instanceof Layer.Dense dense) {
                int inputs = from.get(0).size(from.get(0).rank() - 1);
                addLinear(entries, prefix, List.of(dense.units(), inputs), dense.bias(), node);
            } else if (place.layer() instanceof Layer.Convolution convolution) {
                List<Integer> sizes = new ArrayList<>(
                        List.of(convolution.channels(), from.get(0).size(0)));
                sizes.addAll(convolution.kernel());
                addLinear(entries, prefix, sizes, convolution.bias(), node);
            } else if (place.layer() instanceof Layer.SqueezeExcite gate) {
                int channels = from.get(0).size(0);
                int inner = gate.bottleneck(channels);
                addLinear(entries, prefix + "01squeeze_", List.of(inner, channels), true, node);
                addLinear(entries, prefix + "02excite_", List.of(channels, inner), true, node);
            } else if (place.layer() instanceof Layer.BatchNorm) {
                List<Integer> channels = List.of(from.get(0).size(0));
                add(entries, prefix + "01norm_gamma", channels, ParameterKind.GAMMA, node);
                add(entries, prefix + "01norm_beta", channels, ParameterKind.BETA, node);
                add(entries, prefix + "01norm_runningMean", channels, ParameterKind.RUNNING_MEAN, node);
                add(entries, prefix + "01norm_runningVar", channels, ParameterKind.RUNNING_VAR, node);
            } else if (place.layer() instanceof Layer.Opaque || place.layer().parameters(from) > 0) {
                throw new IllegalArgumentException(
                        "the layout of the parameters of node '" + place.name() + "' is its engine's own");
            }
        }
        return new ParameterLayout(entries);
    }

    /** The first values of all parameters. */
    public List<Tensor> initial(RandomStreams random) {
        return entries.stream()
                .map(entry -> new Tensor(
                        entry.name(),
                        entry.shape(),
                        InitialWeights.of(entry.kind(), entry.shape(), random, entry.position())))
                .toList();
    }

    private static void addLinear(List<Entry> entries, String prefix, List<Integer> weights, boolean bias, int node) {
        add(entries, prefix + "weight", weights, ParameterKind.WEIGHT, node);
        if (bias) {
            add(entries, prefix + "bias", weights.subList(0, 1), ParameterKind.BIAS, node);
        }
    }

    private static void add(List<Entry> entries, String name, List<Integer> shape, ParameterKind kind, int node) {
        entries.add(new Entry(name, shape, kind, node, entries.size()));
    }
}
