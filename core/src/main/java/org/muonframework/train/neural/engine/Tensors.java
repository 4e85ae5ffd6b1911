package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;

/** Copies between an engine's arrays and the Java heap. */
public final class Tensors {

    private static final NDIndex WHOLE = new NDIndex("...");

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
     * Sets an array. By a copy within the engine: MXNet keeps the weights of wide convolutions in a layout of its own once
     * they were used, and refuses to write numbers of Java there.
     *
     * @throws IllegalArgumentException if the tensor is missing or has another shape
     */
    public static void restore(NamedTensors tensors, String name, NDArray array) {
        try (NDArray values =
                array.getManager().create(tensors.values(name, sizes(array.getShape())), array.getShape())) {
            array.set(WHOLE, values);
        }
    }
}
