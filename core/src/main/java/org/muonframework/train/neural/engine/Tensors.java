package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;

/** Copies between an engine's arrays and the Java heap. */
public final class Tensors {

    private Tensors() {}

    /** A copy of an array. */
    public static Tensor copy(String name, NDArray array) {
        return new Tensor(name, sizes(array.getShape()), array.toFloatArray());
    }

    /** An engine's shape as a plain list of sizes. */
    static List<Integer> sizes(Shape shape) {
        return Arrays.stream(shape.getShape()).mapToObj(Math::toIntExact).toList();
    }

    /**
     * Sets an array.
     *
     * @throws IllegalArgumentException if the tensor is missing or has another shape
     */
    public static void restore(NamedTensors tensors, String name, NDArray array) {
        array.set(tensors.values(name, sizes(array.getShape())));
    }
}
