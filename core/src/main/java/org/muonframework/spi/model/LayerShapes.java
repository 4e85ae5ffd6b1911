package org.muonframework.spi.model;

import java.util.ArrayList;
import java.util.List;

/** What several kinds of layer ask of their settings and of the shapes they get. */
final class LayerShapes {

    private LayerShapes() {}

    /** The only input of a layer that takes one. */
    static Shape only(Layer layer, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new ArchitectureException(
                    layer.getClass().getSimpleName() + " takes one input, not " + inputs.size());
        }
        return inputs.get(0);
    }

    /** A shape; refused if it has another number of dimensions. */
    static Shape requireRank(Shape shape, int rank, String what) {
        if (shape.rank() != rank) {
            throw new ArchitectureException(what + " needs " + rank + " dimensions, not " + shape);
        }
        return shape;
    }

    /** Refuses a setting below 1. */
    static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " is at least 1, not " + value);
        }
    }

    /** Refuses a setting outside of [0, 1). */
    static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " is from 0 to below 1, not " + value);
        }
    }

    /** Refuses a setting that is not above 0. */
    static void requireAbove(String what, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " is a number above 0, not " + value);
        }
    }

    /** Refuses all but two inputs of one shape with one dimension. */
    static void requireTwoRows(String what, List<Shape> inputs) {
        if (inputs.size() != 2 || !inputs.get(0).equals(inputs.get(1))) {
            throw new ArchitectureException(what + " takes two inputs of one shape, not " + inputs);
        }
        requireRank(inputs.get(0), 1, what);
    }

    /** The shape that a window leaves which moves over (channel, …) with a stride and zeros around. */
    static Shape window(Shape in, int channels, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
        int spatial = in.rank() - 1;
        if (kernel.size() != spatial || stride.size() != spatial || padding.size() != spatial || spatial < 1) {
            throw new ArchitectureException("kernel, stride and padding need " + spatial + " sizes each for " + in);
        }
        List<Integer> sizes = new ArrayList<>();
        sizes.add(channels);
        for (int d = 0; d < spatial; d++) {
            int room = in.size(d + 1) + 2 * padding.get(d) - kernel.get(d);
            if (room < 0) {
                throw new ArchitectureException("a kernel of " + kernel.get(d) + " does not fit into " + in.size(d + 1)
                        + " with padding " + padding.get(d));
            }
            sizes.add(room / stride.get(d) + 1);
        }
        return new Shape(sizes);
    }

    /** The one shape of inputs that are added. */
    static Shape summed(List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new ArchitectureException("a sum needs at least two inputs");
        }
        for (Shape shape : inputs) {
            if (!shape.equals(inputs.get(0))) {
                throw new ArchitectureException("a sum needs equal shapes, not " + inputs.get(0) + " and " + shape);
            }
        }
        return inputs.get(0);
    }

    /** The shape of inputs one after the other along the first dimension. */
    static Shape concatenated(List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new ArchitectureException("a concatenation needs at least two inputs");
        }
        List<Integer> sizes = new ArrayList<>(inputs.get(0).dimensions());
        int first = 0;
        for (Shape shape : inputs) {
            if (shape.rank() != sizes.size()
                    || !shape.dimensions()
                            .subList(1, shape.rank())
                            .equals(inputs.get(0).dimensions().subList(1, sizes.size()))) {
                throw new ArchitectureException("a concatenation needs shapes that differ only in the first size, not "
                        + inputs.get(0) + " and " + shape);
            }
            first += shape.size(0);
        }
        sizes.set(0, first);
        return new Shape(sizes);
    }
}
