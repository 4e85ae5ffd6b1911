package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import org.muonframework.spi.model.Layer.PoolKind;

/** What leads from a group's volume to its rows in a dense block, and back. */
final class VolumeRows {

    private static final int LANES = Volume.LANES;

    private final int width;
    private final LineLoops loops;
    private final float[] lanes = new float[LANES];

    /**
     * Between volumes and blocks.
     *
     * @param width columns of a block's panel
     */
    VolumeRows(int width, LineLoops loops) {
        this.width = width;
        this.loops = loops;
    }

    /** As {@link VolumeKernels#poolAll}. */
    void poolAll(PoolKind kind, int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            if (kind == PoolKind.MAX) {
                Arrays.fill(lanes, Float.NEGATIVE_INFINITY);
                VolumeLines.forEach(
                        channel, xs, xFrom, xs, xFrom, (n, xi, same) -> loops.largest(n, x, xi, LANES, lanes, 0, 0));
            } else {
                Arrays.fill(lanes, 0);
                VolumeLines.forEach(channel, xs, xFrom, xs, xFrom, (n, xi, same) -> loops.sum(n, x, xi, lanes));
            }
            put(rows, channel, kind == PoolKind.MEAN ? xs.grid().cells() : 1, y, yFrom);
        }
    }

    /** Puts the lanes, divided, into a column of a block. */
    private void put(int rows, int column, float divisor, float[] block, int from) {
        for (int row = 0; row < rows; row++) {
            block[from + Panels.place(row, column, width)] = lanes[row] / divisor;
        }
    }

    /** Takes the lanes from a column of a block, divided, with 0 behind the rows. */
    private void take(int rows, int column, float divisor, float[] block, int from, float[] to) {
        for (int lane = 0; lane < LANES; lane++) {
            to[lane] = lane < rows ? block[from + Panels.place(lane, column, width)] / divisor : 0;
        }
    }

    /** As {@link VolumeKernels#poolAllBack}. */
    void poolAllBack(
            PoolKind kind,
            int rows,
            float[] y,
            int yFrom,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            Volume gs,
            float[] g,
            int gFrom) {
        float[] largest = new float[LANES];
        for (int channel = 0; channel < gs.channels(); channel++) {
            take(rows, channel, kind == PoolKind.MEAN ? gs.grid().cells() : 1, d, dFrom, lanes);
            if (kind == PoolKind.MAX) {
                take(rows, channel, 1, y, yFrom, largest);
                VolumeLines.forEach(
                        channel, xs, xFrom, gs, gFrom, (n, xi, gi) -> toLargest(n, x, xi, largest, lanes, g, gi));
            } else {
                VolumeLines.repeat(channel, lanes, gs, g, gFrom);
            }
        }
    }

    private static void toLargest(int cells, float[] x, int xi, float[] largest, float[] gradient, float[] g, int gi) {
        for (int i = 0; i < cells * LANES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                g[gi + i + lane] = x[xi + i + lane] == largest[lane] ? gradient[lane] : 0;
            }
        }
    }

    /** As {@link VolumeKernels#scale}. */
    void scale(
            int rows,
            Volume xs,
            float[] x,
            int xFrom,
            float[] factors,
            int factorsFrom,
            Volume ys,
            float[] y,
            int yFrom) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            take(rows, channel, 1, factors, factorsFrom, lanes);
            VolumeLines.forEach(
                    channel, xs, xFrom, ys, yFrom, (cells, xi, yi) -> loops.multiply(cells, x, xi, lanes, y, yi));
        }
    }

    /** As {@link VolumeKernels#scaleSums}. */
    void scaleSums(
            int rows, Volume ds, float[] d, int dFrom, Volume xs, float[] x, int xFrom, float[] sums, int sumsFrom) {
        float[] gradients = new float[LANES];
        for (int channel = 0; channel < xs.channels(); channel++) {
            Arrays.fill(lanes, 0);
            VolumeLines.forEach(
                    channel,
                    ds,
                    dFrom,
                    xs,
                    xFrom,
                    (cells, di, xi) -> loops.products(cells, d, di, x, xi, 0, gradients, lanes));
            put(rows, channel, 1, sums, sumsFrom);
        }
    }

    /** As {@link VolumeKernels#flatten}. */
    void flatten(int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom) {
        int[] column = new int[1];
        VolumeLines.forEach(xs, xFrom, xs, xFrom, (cells, xi, same) -> {
            for (int cell = 0; cell < cells; cell++) {
                System.arraycopy(x, xi + cell * LANES, lanes, 0, LANES);
                put(rows, column[0]++, 1, y, yFrom);
            }
        });
    }

    /** As {@link VolumeKernels#unflatten}. */
    void unflatten(int rows, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        int[] column = new int[1];
        VolumeLines.forEach(ys, yFrom, ys, yFrom, (cells, yi, same) -> {
            for (int cell = 0; cell < cells; cell++) {
                take(rows, column[0]++, 1, x, xFrom, lanes);
                System.arraycopy(lanes, 0, y, yi + cell * LANES, LANES);
            }
        });
    }
}
