package org.muonframework.train.fused.kernel;

/**
 * A window that moves over the cells of a volume: output o sees the cells o · stride − padding + t for t from 0 to kernel −
 * 1, in each dimension.
 *
 * @param kernel size of the window
 * @param stride steps between its places
 * @param padding how far the first place reaches over the edge
 */
public record Window(Grid kernel, Grid stride, Grid padding) {

    /** Cells that it sees. */
    public int taps() {
        return kernel.cells();
    }

    /** Number of its places in each dimension of some cells; those that reach over the padding's end are left out. */
    public Grid places(Grid cells) {
        return new Grid(
                places(cells.depth(), kernel.depth(), stride.depth(), padding.depth()),
                places(cells.height(), kernel.height(), stride.height(), padding.height()),
                places(cells.width(), kernel.width(), stride.width(), padding.width()));
    }

    /** The border that the gradient of its outputs needs, so that each input finds all places that may have seen it. */
    public Grid borderBack(Grid cells) {
        Grid places = places(cells);
        return new Grid(
                border(cells.depth(), places.depth(), kernel.depth(), stride.depth(), padding.depth()),
                border(cells.height(), places.height(), kernel.height(), stride.height(), padding.height()),
                border(cells.width(), places.width(), kernel.width(), stride.width(), padding.width()));
    }

    private static int places(int cells, int kernel, int stride, int padding) {
        return Math.floorDiv(cells + 2 * padding - kernel, stride) + 1;
    }

    private static int border(int cells, int places, int kernel, int stride, int padding) {
        int before = Math.floorDiv(kernel - 1 - padding, stride);
        int behind = Math.floorDiv(cells - 1 + padding, stride) - (places - 1);
        return Math.max(0, Math.max(before, behind));
    }
}
