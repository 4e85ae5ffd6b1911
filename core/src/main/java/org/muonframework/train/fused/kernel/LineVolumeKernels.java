package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer.PoolKind;

/** All kernels of volumes but convolutions, made of loops over lines of cells. */
abstract class LineVolumeKernels implements VolumeKernels {

    private static final int LANES = Volume.LANES;

    private final LineLoops loops;
    private final VolumePools pools;
    private final VolumeRows dense;
    private final float[] sumLanes = new float[LANES];
    private final float[] productLanes = new float[LANES];

    /**
     * Kernels of volumes.
     *
     * @param width columns of a dense block's panel
     */
    LineVolumeKernels(int width, LineLoops loops) {
        this.loops = loops;
        pools = new VolumePools(loops);
        dense = new VolumeRows(width, loops);
    }

    @Override
    public void copy(Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        VolumeLines.forEach(xs, xFrom, ys, yFrom, (cells, xi, yi) -> System.arraycopy(x, xi, y, yi, cells * LANES));
    }

    @Override
    public void add(Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        VolumeLines.forEach(xs, xFrom, ys, yFrom, (cells, xi, yi) -> loops.add(cells, x, xi, LANES, y, yi, LANES));
    }

    @Override
    public void activate(
            ActivationFunction function, Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        VolumeLines.forEach(xs, xFrom, ys, yFrom, (cells, xi, yi) -> loops.activate(function, cells, x, xi, y, yi));
    }

    @Override
    public void activateBack(
            ActivationFunction function,
            Volume savedAs,
            float[] saved,
            int savedFrom,
            Volume ds,
            float[] d,
            int dFrom) {
        VolumeLines.forEach(
                savedAs,
                savedFrom,
                ds,
                dFrom,
                (cells, si, di) -> loops.activateBack(function, cells, saved, si, d, di));
    }

    @Override
    public void channelSums(int rows, Volume ds, float[] d, int dFrom, boolean fresh, float[] sums, int sumsFrom) {
        for (int channel = 0; channel < ds.channels(); channel++) {
            clear();
            VolumeLines.forEach(channel, ds, dFrom, ds, dFrom, (cells, di, same) -> loops.sum(cells, d, di, sumLanes));
            put(rows, sumLanes, fresh, sums, sumsFrom + channel);
        }
    }

    @Override
    public void moments(
            int rows,
            Volume xs,
            float[] x,
            int xFrom,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = centres[channel];
            clear();
            VolumeLines.forEach(
                    channel,
                    xs,
                    xFrom,
                    xs,
                    xFrom,
                    (cells, xi, same) -> loops.moments(cells, x, xi, centre, sumLanes, productLanes));
            put(rows, sumLanes, fresh, sums, sumsFrom + channel);
            put(rows, productLanes, fresh, squares, sumsFrom + channel);
        }
    }

    private void clear() {
        Arrays.fill(sumLanes, 0);
        Arrays.fill(productLanes, 0);
    }

    private static void put(int rows, float[] lanes, boolean fresh, float[] sums, int at) {
        sums[at] = (fresh ? 0 : sums[at]) + LaneSums.total(rows, lanes);
    }

    @Override
    public void normalise(
            Volume xs,
            float[] x,
            int xFrom,
            Volume ys,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = mean[channel];
            float factor = scale[channel];
            float constant = shift[channel];
            VolumeLines.forEach(
                    channel,
                    xs,
                    xFrom,
                    ys,
                    yFrom,
                    (cells, xi, yi) -> loops.normalise(cells, x, xi, centre, factor, constant, y, yi));
        }
    }

    @Override
    public void normaliseSums(
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = mean[channel];
            clear();
            VolumeLines.forEach(
                    channel,
                    ds,
                    dFrom,
                    xs,
                    xFrom,
                    (cells, di, xi) -> loops.products(cells, d, di, x, xi, centre, sumLanes, productLanes));
            put(rows, sumLanes, fresh, sums, sumsFrom + channel);
            put(rows, productLanes, fresh, products, sumsFrom + channel);
        }
    }

    @Override
    public void normaliseBack(
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = mean[channel];
            float factor = scale[channel];
            float inclination = slope[channel];
            float constant = offset[channel];
            VolumeLines.forEach(
                    channel,
                    ds,
                    dFrom,
                    xs,
                    xFrom,
                    (cells, di, xi) -> loops.normaliseBack(cells, d, di, x, xi, centre, factor, inclination, constant));
        }
        VolumeLines.clear(rows, ds, d, dFrom);
    }

    @Override
    public void normaliseActivate(
            ActivationFunction function,
            Volume xs,
            float[] x,
            int xFrom,
            Volume ys,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift) {
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = mean[channel];
            float factor = scale[channel];
            float constant = shift[channel];
            VolumeLines.forEach(channel, xs, xFrom, ys, yFrom, (cells, xi, yi) -> {
                loops.normalise(cells, x, xi, centre, factor, constant, y, yi);
                loops.activate(function, cells, y, yi, y, yi);
            });
        }
    }

    @Override
    public void normaliseActivateBack(
            ActivationFunction function,
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] shift,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom) {
        float[] saved = new float[xs.grid().width() * LANES];
        for (int channel = 0; channel < xs.channels(); channel++) {
            float centre = mean[channel];
            float factor = scale[channel];
            float constant = shift[channel];
            clear();
            VolumeLines.forEach(channel, ds, dFrom, xs, xFrom, (cells, di, xi) -> {
                loops.normalise(cells, x, xi, centre, factor, constant, saved, 0);
                if (function != ActivationFunction.SWISH) {
                    loops.activate(function, cells, saved, 0, saved, 0);
                }
                loops.activateBack(function, cells, saved, 0, d, di);
                loops.products(cells, d, di, x, xi, centre, sumLanes, productLanes);
            });
            put(rows, sumLanes, fresh, sums, sumsFrom + channel);
            put(rows, productLanes, fresh, products, sumsFrom + channel);
        }
    }

    @Override
    public void pool(PoolKind kind, Window window, Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        pools.pool(kind, window, xs, x, xFrom, ys, y, yFrom);
    }

    @Override
    public void poolBack(
            PoolKind kind,
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
        if (kind == PoolKind.MAX) {
            LargestPools.poolBack(window, ds, d, dFrom, xs, x, xFrom, gs, g, gFrom);
        } else {
            pools.poolBack(kind, window, ds, d, dFrom, gs, g, gFrom);
        }
    }

    @Override
    public void poolAll(PoolKind kind, int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom) {
        dense.poolAll(kind, rows, xs, x, xFrom, y, yFrom);
    }

    @Override
    public void poolAllBack(
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
        dense.poolAllBack(kind, rows, y, yFrom, d, dFrom, xs, x, xFrom, gs, g, gFrom);
    }

    @Override
    public void scale(
            int rows,
            Volume xs,
            float[] x,
            int xFrom,
            float[] factors,
            int factorsFrom,
            Volume ys,
            float[] y,
            int yFrom) {
        dense.scale(rows, xs, x, xFrom, factors, factorsFrom, ys, y, yFrom);
    }

    @Override
    public void scaleSums(
            int rows, Volume ds, float[] d, int dFrom, Volume xs, float[] x, int xFrom, float[] sums, int sumsFrom) {
        dense.scaleSums(rows, ds, d, dFrom, xs, x, xFrom, sums, sumsFrom);
    }

    @Override
    public void flatten(int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom) {
        dense.flatten(rows, xs, x, xFrom, y, yFrom);
    }

    @Override
    public void unflatten(int rows, float[] x, int xFrom, Volume ys, float[] y, int yFrom) {
        dense.unflatten(rows, x, xFrom, ys, y, yFrom);
    }
}
