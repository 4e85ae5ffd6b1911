package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import org.muonframework.spi.model.Layer.PoolKind;

/** Pools over windows, one line of their places and one cell of the window at a time. */
final class VolumePools {

    private static final int LANES = Volume.LANES;

    private final LineLoops loops;

    VolumePools(LineLoops loops) {
        this.loops = loops;
    }

    /** Something done to a line of places, with a cell that each of them sees. */
    @FunctionalInterface
    private interface Work {

        /**
         * Does it to some places side by side.
         *
         * @param cell where the cell lies that the first one sees, the next one sees that a stride further on
         * @param place where the first place lies
         */
        void line(int places, int cell, int place);
    }

    /** As {@link VolumeKernels#pool}. */
    void pool(PoolKind kind, Window window, Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        int step = window.stride().width() * LANES;
        if (kind == PoolKind.MAX) {
            fill(Float.NEGATIVE_INFINITY, ys, y, yFrom);
            forEach(window, xs, xFrom, ys, yFrom, (n, xi, yi) -> loops.largest(n, x, xi, step, y, yi, LANES));
            replaceNone(ys, y, yFrom);
        } else {
            fill(0, ys, y, yFrom);
            forEach(window, xs, xFrom, ys, yFrom, (n, xi, yi) -> loops.add(n, x, xi, step, y, yi, LANES));
            if (kind == PoolKind.MEAN) {
                float[] factors = factors(window);
                VolumeLines.forEach(
                        ys, yFrom, ys, yFrom, (cells, yi, same) -> loops.multiply(cells, y, yi, factors, y, yi));
            }
        }
    }

    private static float[] factors(Window window) {
        float[] factors = new float[LANES];
        Arrays.fill(factors, 1.0f / window.taps());
        return factors;
    }

    private static void fill(float value, Volume ys, float[] y, int yFrom) {
        VolumeLines.forEach(ys, yFrom, ys, yFrom, (cells, yi, same) -> Arrays.fill(y, yi, yi + cells * LANES, value));
    }

    /** The maximum of no cells is 0. */
    private static void replaceNone(Volume ys, float[] y, int yFrom) {
        VolumeLines.forEach(ys, yFrom, ys, yFrom, (cells, yi, same) -> {
            for (int i = yi; i < yi + cells * LANES; i++) {
                y[i] = y[i] == Float.NEGATIVE_INFINITY ? 0 : y[i];
            }
        });
    }

    /** As {@link VolumeKernels#poolBack}, for means and sums. */
    void poolBack(PoolKind kind, Window window, Volume ds, float[] d, int dFrom, Volume gs, float[] g, int gFrom) {
        int step = window.stride().width() * LANES;
        fill(0, gs, g, gFrom);
        forEach(window, gs, gFrom, ds, dFrom, (n, gi, di) -> loops.add(n, d, di, LANES, g, gi, step));
        if (kind == PoolKind.MEAN) {
            float[] factors = factors(window);
            VolumeLines.forEach(
                    gs, gFrom, gs, gFrom, (cells, gi, same) -> loops.multiply(cells, g, gi, factors, g, gi));
        }
    }

    /** Goes through the lines of places, for each through the cells of the window, as far as they are cells of the volume. */
    private static void forEach(Window window, Volume xs, int xFrom, Volume ys, int yFrom, Work work) {
        Grid places = ys.grid();
        Grid cells = xs.grid();
        Grid kernel = window.kernel();
        for (int channel = 0; channel < ys.channels(); channel++) {
            for (int pz = 0; pz < places.depth(); pz++) {
                int z = pz * window.stride().depth() - window.padding().depth();
                for (int py = 0; py < places.height(); py++) {
                    int y = py * window.stride().height() - window.padding().height();
                    int place = yFrom + ys.place(channel, pz, py, 0);
                    for (int cz = Math.max(0, z); cz < Math.min(cells.depth(), z + kernel.depth()); cz++) {
                        for (int cy = Math.max(0, y); cy < Math.min(cells.height(), y + kernel.height()); cy++) {
                            line(
                                    window,
                                    cells.width(),
                                    places.width(),
                                    xFrom + xs.place(channel, cz, cy, 0),
                                    place,
                                    work);
                        }
                    }
                }
            }
        }
    }

    /** Goes through the cells of a line of the window, each with the places from which it is a cell of the volume. */
    private static void line(Window window, int cells, int places, int cell, int place, Work work) {
        int stride = window.stride().width();
        for (int tap = 0; tap < window.kernel().width(); tap++) {
            int shift = tap - window.padding().width();
            int first = Math.max(0, Math.floorDiv(stride - 1 - shift, stride));
            int last = Math.min(places, Math.floorDiv(cells - 1 - shift, stride) + 1);
            if (first < last) {
                work.line(last - first, cell + (first * stride + shift) * LANES, place + first * LANES);
            }
        }
    }
}
