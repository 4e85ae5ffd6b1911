package org.muonframework.spi.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The size of one row's values at a point of a network, without the batch dimension; images and volumes have the
 * channel first.
 *
 * @param dimensions sizes, each at least 1
 */
public record Shape(List<Integer> dimensions) {

    public Shape {
        dimensions = List.copyOf(dimensions);
        for (int size : dimensions) {
            if (size < 1) {
                throw new IllegalArgumentException("sizes are positive, not " + size);
            }
        }
    }

    /** A shape of the given sizes. */
    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** Number of dimensions. */
    public int rank() {
        return dimensions.size();
    }

    /** Size of one dimension. */
    public int size(int dimension) {
        return dimensions.get(dimension);
    }

    /** Number of values in a row. */
    public long elements() {
        return dimensions.stream().mapToLong(Integer::longValue).reduce(1L, Math::multiplyExact);
    }

    /** {@code 16x25x16x16}. */
    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
