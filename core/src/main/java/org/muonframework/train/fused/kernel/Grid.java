package org.muonframework.train.fused.kernel;

/**
 * A number for each of three dimensions: the cells of a volume, its border, a window's size or its steps. An image has
 * depth 1, a row of cells depth and height 1.
 */
public record Grid(int depth, int height, int width) {

    /** No cells, no border, no padding. */
    public static final Grid ZERO = new Grid(0, 0, 0);

    /** One cell; a step to the next one. */
    public static final Grid ONE = new Grid(1, 1, 1);

    /** Cells that it takes. */
    public int cells() {
        return Math.multiplyExact(Math.multiplyExact(depth, height), width);
    }

    /** The larger number in each dimension. */
    public Grid max(Grid other) {
        return new Grid(Math.max(depth, other.depth), Math.max(height, other.height), Math.max(width, other.width));
    }

    /** Whether each number is at least that of another. */
    public boolean covers(Grid other) {
        return depth >= other.depth && height >= other.height && width >= other.width;
    }
}
