package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;

/** The loops over lines that any JVM runs. */
final class PlainLines implements LineLoops {

    private static final int LANES = Volume.LANES;

    @Override
    public void add(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int cell = 0; cell < cells; cell++) {
            int from = xi + cell * xStep;
            int to = yi + cell * yStep;
            for (int lane = 0; lane < LANES; lane++) {
                y[to + lane] += x[from + lane];
            }
        }
    }

    @Override
    public void largest(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep) {
        for (int cell = 0; cell < cells; cell++) {
            int from = xi + cell * xStep;
            int to = yi + cell * yStep;
            for (int lane = 0; lane < LANES; lane++) {
                y[to + lane] = Math.max(x[from + lane], y[to + lane]);
            }
        }
    }

    @Override
    public void multiply(int cells, float[] x, int xi, float[] factors, float[] y, int yi) {
        for (int i = 0; i < cells * LANES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                y[yi + i + lane] = x[xi + i + lane] * factors[lane];
            }
        }
    }

    @Override
    public void sum(int cells, float[] x, int xi, float[] sums) {
        add(cells, x, xi, LANES, sums, 0, 0);
    }

    @Override
    public void moments(int cells, float[] x, int xi, float centre, float[] sums, float[] squares) {
        for (int i = xi; i < xi + cells * LANES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                float difference = x[i + lane] - centre;
                sums[lane] += difference;
                squares[lane] = Math.fma(difference, difference, squares[lane]);
            }
        }
    }

    @Override
    public void products(
            int cells, float[] d, int di, float[] x, int xi, float centre, float[] sums, float[] products) {
        for (int i = 0; i < cells * LANES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                float gradient = d[di + i + lane];
                sums[lane] += gradient;
                products[lane] = Math.fma(x[xi + i + lane] - centre, gradient, products[lane]);
            }
        }
    }

    @Override
    public void normalise(int cells, float[] x, int xi, float mean, float scale, float shift, float[] y, int yi) {
        for (int i = 0; i < cells * LANES; i++) {
            y[yi + i] = Math.fma(x[xi + i] - mean, scale, shift);
        }
    }

    @Override
    public void normaliseBack(
            int cells, float[] d, int di, float[] x, int xi, float mean, float scale, float slope, float offset) {
        for (int i = 0; i < cells * LANES; i++) {
            d[di + i] = Math.fma(d[di + i], scale, Math.fma(x[xi + i] - mean, slope, offset));
        }
    }

    @Override
    public void activate(ActivationFunction function, int cells, float[] x, int xi, float[] y, int yi) {
        PlainActivations.apply(function, cells * LANES, x, xi, y, yi);
    }

    @Override
    public void activateBack(ActivationFunction function, int cells, float[] saved, int si, float[] d, int di) {
        PlainActivations.back(function, cells * LANES, saved, si, d, di);
    }
}
