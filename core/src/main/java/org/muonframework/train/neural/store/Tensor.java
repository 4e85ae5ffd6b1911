package org.muonframework.train.neural.store;

import java.util.List;
import java.util.Objects;

/**
 * A named array of 32-bit numbers on the Java heap.
 *
 * @param name unique in its file
 * @param shape sizes, slowest first
 * @param values as many as the shape has elements, row-major
 */
public record Tensor(String name, List<Integer> shape, float[] values) {

    public Tensor {
        Objects.requireNonNull(name, "name");
        shape = List.copyOf(shape);
        long elements = shape.stream().mapToLong(Integer::longValue).reduce(1L, Math::multiplyExact);
        if (elements != values.length) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' of shape " + shape + " has " + values.length + " values");
        }
    }

    /** The same values under another name. */
    public Tensor named(String other) {
        return new Tensor(other, shape, values);
    }
}
