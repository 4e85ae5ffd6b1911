package org.muonframework.train.fused.kernel;

/**
 * Where the numbers of a group of rows lie whose values have channels and positions: rows side by side, so that a vector
 * holds one cell of many rows, [channel][position][{@link #LANES}].
 *
 * <p>The cells of a channel have a border of zeros around them, at least as wide as any window reaches over their edge. What
 * lies behind the end of a line is also before the beginning of the next one, and so on with planes, so that each border is
 * there only once: the cell (z, y, x), with each number from −border to size + border − 1, is at position lead + (z · (height
 * + border height) + y) · (width + border width) + x, where the lead makes room for the border before the first cell.
 *
 * <p>Whoever writes a volume writes its cells only; what lies between them is 0 from the beginning and stays so. Lanes
 * behind the last row of a batch are computed along: they are finite, and 0 in gradients.
 *
 * @param channels number of channels
 * @param grid cells of a channel
 * @param border zeros at each end of each dimension
 */
public record Volume(int channels, Grid grid, Grid border) {

    /** Rows of a group, whatever the length of the processor's vectors. */
    public static final int LANES = 16;

    /** The same cells with another number of channels; some channels of a volume, from {@link #channel} on, are one. */
    public Volume of(int otherChannels) {
        return new Volume(otherChannels, grid, border);
    }

    /** Numbers from a cell to the one below it. */
    public int line() {
        return (grid.width() + border.width()) * LANES;
    }

    /** Numbers from a cell to the one behind it. */
    public int plane() {
        return (grid.height() + border.height()) * line();
    }

    /** Positions of a channel, borders included. */
    public int positions() {
        return (lead() + (grid.depth() + border.depth()) * plane()) / LANES;
    }

    /** Numbers that a group takes. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, positions()), LANES);
    }

    /** Where a channel begins. */
    public int channel(int channel) {
        return channel * positions() * LANES;
    }

    /** Where a cell's value of the group's first row lies; the next rows follow. Each of z, y and x may be in the border. */
    public int place(int channel, int z, int y, int x) {
        return channel(channel) + lead() + z * plane() + y * line() + x * LANES;
    }

    private int lead() {
        return border.depth() * plane() + border.height() * line() + border.width() * LANES;
    }
}
