package org.muonframework.train.neural.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tensors to be found by their names. */
public final class NamedTensors {

    private final Map<String, Tensor> byName = new HashMap<>();

    /** Of these tensors. */
    public NamedTensors(List<Tensor> tensors) {
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
    }

    /**
     * The values of a tensor.
     *
     * @param shape the sizes that it must have
     * @throws IllegalArgumentException if it is missing or has another shape
     */
    public float[] values(String name, List<Integer> shape) {
        Tensor tensor = byName.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no tensor '" + name + "'");
        }
        if (!tensor.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' has the shape " + tensor.shape() + ", not " + shape);
        }
        return tensor.values();
    }
}
