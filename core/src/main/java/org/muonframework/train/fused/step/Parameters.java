package org.muonframework.train.fused.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muonframework.train.fused.kernel.Panels;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterKind;
import org.muonframework.train.neural.weights.ParameterLayout;

/**
 * Where the parameters of a network lie: those that are trained in one array, the weights in front, then biases, scales and
 * shifts, each filled up to whole panels; running averages in another array of the same form. Weights of dense layers lie
 * in panels, those of convolutions as in their tensors.
 *
 * <p>What fills up is 0 and stays 0.
 */
public final class Parameters {

    private final ParameterLayout layout;
    private final int width;
    private final Map<ParameterLayout.Entry, Integer> places = new HashMap<>();
    private final int weights;
    private final int trained;
    private final int averages;

    /** For a network, with panels of this many columns. */
    public Parameters(ParameterLayout layout, int width) {
        this.layout = layout;
        this.width = width;
        int next = 0;
        for (ParameterLayout.Entry entry : layout.entries()) {
            if (entry.kind() == ParameterKind.WEIGHT) {
                places.put(entry, next);
                next += isDense(entry) ? panels(entry).size() : Panels.filled(size(entry), width);
            }
        }
        weights = next;
        int average = 0;
        for (ParameterLayout.Entry entry : layout.entries()) {
            int size = Panels.filled(entry.shape().get(0), width);
            if (isAverage(entry.kind())) {
                places.put(entry, average);
                average += size;
            } else if (entry.kind() != ParameterKind.WEIGHT) {
                places.put(entry, next);
                next += size;
            }
        }
        trained = next;
        averages = average;
    }

    /** Columns of a panel. */
    public int width() {
        return width;
    }

    /** Numbers of the weights, which lie in front. */
    public int weights() {
        return weights;
    }

    /** Numbers of all that is trained. */
    public int trained() {
        return trained;
    }

    /** Numbers of the running averages. */
    public int averages() {
        return averages;
    }

    /** Where a parameter of a layer begins; −1 if the layer has none of the kind. */
    int place(int node, ParameterKind kind) {
        List<Integer> found = places(node, kind);
        return found.isEmpty() ? -1 : found.get(0);
    }

    /** Where the parameters of a layer begin that are of a kind. */
    List<Integer> places(int node, ParameterKind kind) {
        return entries(node, kind).map(places::get).toList();
    }

    /** The weights of the dense layers that a layer consists of. */
    List<Panels> panels(int node) {
        return entries(node, ParameterKind.WEIGHT)
                .filter(Parameters::isDense)
                .map(this::panels)
                .toList();
    }

    private Stream<ParameterLayout.Entry> entries(int node, ParameterKind kind) {
        return layout.entries().stream().filter(entry -> entry.node() == node && entry.kind() == kind);
    }

    /**
     * Sets all parameters.
     *
     * @param tensors one for each of the layout
     * @param values to be filled: what is trained
     * @param running to be filled: running averages
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    public void unpack(List<Tensor> tensors, float[] values, float[] running) {
        NamedTensors named = new NamedTensors(tensors);
        for (ParameterLayout.Entry entry : layout.entries()) {
            put(entry, named.values(entry.name(), entry.shape()), isAverage(entry.kind()) ? running : values);
        }
    }

    /** A copy of all parameters, in the order of the layout. */
    public List<Tensor> pack(float[] values, float[] running) {
        List<Tensor> tensors = new ArrayList<>();
        for (ParameterLayout.Entry entry : layout.entries()) {
            float[] source = isAverage(entry.kind()) ? running : values;
            tensors.add(new Tensor(entry.name(), entry.shape(), get(entry, source)));
        }
        return tensors;
    }

    /** Sets the numbers that an optimiser remembers of each trained parameter; tensors as {@link #packSlots} names them. */
    public void unpackSlots(String slot, List<Tensor> tensors, float[] values) {
        NamedTensors named = new NamedTensors(tensors);
        for (ParameterLayout.Entry entry : layout.entries()) {
            if (!isAverage(entry.kind())) {
                put(entry, named.values(slot + "/" + entry.name(), entry.shape()), values);
            }
        }
    }

    /** A copy of the numbers that an optimiser remembers of each trained parameter, named {@code slot/parameter}. */
    public List<Tensor> packSlots(String slot, float[] values) {
        return layout.entries().stream()
                .filter(entry -> !isAverage(entry.kind()))
                .map(entry -> new Tensor(slot + "/" + entry.name(), entry.shape(), get(entry, values)))
                .toList();
    }

    private void put(ParameterLayout.Entry entry, float[] source, float[] target) {
        int place = places.get(entry);
        if (!isDense(entry)) {
            System.arraycopy(source, 0, target, place, source.length);
            return;
        }
        Panels panels = panels(entry);
        for (int output = 0, i = 0; output < panels.outputs(); output++) {
            for (int input = 0; input < panels.inputs(); input++, i++) {
                target[place + panels.index(input, output)] = source[i];
            }
        }
    }

    private float[] get(ParameterLayout.Entry entry, float[] source) {
        int place = places.get(entry);
        if (!isDense(entry)) {
            return Arrays.copyOfRange(source, place, place + size(entry));
        }
        Panels panels = panels(entry);
        float[] values = new float[panels.inputs() * panels.outputs()];
        for (int output = 0, i = 0; output < panels.outputs(); output++) {
            for (int input = 0; input < panels.inputs(); input++, i++) {
                values[i] = source[place + panels.index(input, output)];
            }
        }
        return values;
    }

    private Panels panels(ParameterLayout.Entry entry) {
        return new Panels(entry.shape().get(1), entry.shape().get(0), width);
    }

    private static int size(ParameterLayout.Entry entry) {
        return entry.shape().stream().reduce(1, Math::multiplyExact);
    }

    /** Whether these are the weights of a dense layer, which have two dimensions. */
    private static boolean isDense(ParameterLayout.Entry entry) {
        return entry.kind() == ParameterKind.WEIGHT && entry.shape().size() == 2;
    }

    private static boolean isAverage(ParameterKind kind) {
        return kind == ParameterKind.RUNNING_MEAN || kind == ParameterKind.RUNNING_VAR;
    }
}
