package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** The way back through a maximum over windows, one place of the window at a time. */
final class LargestPools {

    private static final int LANES = Volume.LANES;

    private LargestPools() {}

    /** As {@link VolumeKernels#poolBack}. */
    static void poolBack(
            Window window,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            Volume gs,
            float[] g,
            int gFrom) {
        VolumeLines.clear(0, gs, g, gFrom);
        float[] rest = new float[LANES];
        float[] largest = new float[LANES];
        Grid places = ds.grid();
        for (int channel = 0; channel < ds.channels(); channel++) {
            for (int pz = 0; pz < places.depth(); pz++) {
                for (int py = 0; py < places.height(); py++) {
                    for (int px = 0; px < places.width(); px++) {
                        Cells cells = Cells.seen(window, pz, py, px, gs.grid());
                        System.arraycopy(d, dFrom + ds.place(channel, pz, py, px), rest, 0, LANES);
                        largest(cells, xs, x, xFrom, channel, largest);
                        toLargest(cells, xs, x, xFrom, channel, largest, rest, gs, g, gFrom);
                    }
                }
            }
        }
    }

    private static void largest(Cells cells, Volume xs, float[] x, int xFrom, int channel, float[] largest) {
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int z = cells.z; z < cells.zEnd; z++) {
            for (int y = cells.y; y < cells.yEnd; y++) {
                int at = xFrom + xs.place(channel, z, y, cells.x);
                for (int cell = cells.x; cell < cells.xEnd; cell++, at += LANES) {
                    for (int lane = 0; lane < LANES; lane++) {
                        largest[lane] = Math.max(largest[lane], x[at + lane]);
                    }
                }
            }
        }
    }

    /** Adds the gradient to the first cell that has the largest value; what is given is taken from the rest. */
    private static void toLargest(
            Cells cells,
            Volume xs,
            float[] x,
            int xFrom,
            int channel,
            float[] largest,
            float[] rest,
            Volume gs,
            float[] g,
            int gFrom) {
        for (int z = cells.z; z < cells.zEnd; z++) {
            for (int y = cells.y; y < cells.yEnd; y++) {
                int from = xFrom + xs.place(channel, z, y, cells.x);
                int to = gFrom + gs.place(channel, z, y, cells.x);
                for (int cell = cells.x; cell < cells.xEnd; cell++, from += LANES, to += LANES) {
                    for (int lane = 0; lane < LANES; lane++) {
                        if (x[from + lane] == largest[lane]) {
                            g[to + lane] += rest[lane];
                            rest[lane] = 0;
                        }
                    }
                }
            }
        }
    }

    /** The cells of a channel that a window sees from a place: from the first number to before the second. */
    private record Cells(int z, int zEnd, int y, int yEnd, int x, int xEnd) {

        static Cells seen(Window window, int pz, int py, int px, Grid grid) {
            Grid kernel = window.kernel();
            int z = pz * window.stride().depth() - window.padding().depth();
            int y = py * window.stride().height() - window.padding().height();
            int x = px * window.stride().width() - window.padding().width();
            return new Cells(
                    Math.max(0, z),
                    Math.min(grid.depth(), z + kernel.depth()),
                    Math.max(0, y),
                    Math.min(grid.height(), y + kernel.height()),
                    Math.max(0, x),
                    Math.min(grid.width(), x + kernel.width()));
        }
    }
}
