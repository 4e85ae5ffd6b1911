package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** Goes through the lines of volumes. */
final class VolumeLines {

    private VolumeLines() {}

    /** Something done to a line of two volumes of the same cells. */
    @FunctionalInterface
    interface Work {

        /** Does it to some cells side by side, from a place in each of the arrays on. */
        void line(int cells, int x, int y);
    }

    /** In all channels. */
    static void forEach(Volume xs, int xFrom, Volume ys, int yFrom, Work work) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            forEach(channel, xs, xFrom, ys, yFrom, work);
        }
    }

    /** In one channel. */
    static void forEach(int channel, Volume xs, int xFrom, Volume ys, int yFrom, Work work) {
        Grid grid = xs.grid();
        int xLine = xs.line();
        int yLine = ys.line();
        for (int z = 0; z < grid.depth(); z++) {
            int x = xFrom + xs.place(channel, z, 0, 0);
            int y = yFrom + ys.place(channel, z, 0, 0);
            for (int line = 0; line < grid.height(); line++) {
                work.line(grid.width(), x + line * xLine, y + line * yLine);
            }
        }
    }

    /** Gives all cells of a channel the same lanes. */
    static void repeat(int channel, float[] lanes, Volume xs, float[] x, int xFrom) {
        forEach(channel, xs, xFrom, xs, xFrom, (cells, from, same) -> {
            for (int i = from; i < from + cells * Volume.LANES; i += Volume.LANES) {
                System.arraycopy(lanes, 0, x, i, Volume.LANES);
            }
        });
    }

    /** Gives all lanes of all cells from a row on the value 0. */
    static void clear(int rows, Volume xs, float[] x, int xFrom) {
        if (rows < Volume.LANES) {
            forEach(xs, xFrom, xs, xFrom, (cells, from, same) -> {
                for (int i = from; i < from + cells * Volume.LANES; i += Volume.LANES) {
                    Arrays.fill(x, i + rows, i + Volume.LANES, 0);
                }
            });
        }
    }
}
