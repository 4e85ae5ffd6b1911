package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * The kernels as loops that any JVM runs, and that its compiler turns into vector instructions by itself where it can.
 *
 * <p>It can where each array has one index, the loop's own; so products copy a part of their operands into arrays of one
 * row or column each. Sums go in the same order and by the same fused steps as in the kernels with vectors, and come to
 * the same bits; only functions with an exponential differ, in the last place.
 */
final class PlainKernels implements Kernels {

    /** Columns of a panel. */
    static final int WIDTH = 16;

    private final PlainProducts products = new PlainProducts();
    private final VolumeKernels volumes = new PlainVolumeKernels(WIDTH);

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public VolumeKernels volumes() {
        return volumes;
    }

    @Override
    public void product(
            int rows,
            float[] a,
            int aFrom,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            boolean rectify,
            float[] c,
            int cFrom) {
        products.product(rows, a, aFrom, panels, w, wFrom, start, startFrom, rectify, c, cFrom);
    }

    @Override
    public void outer(
            int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, boolean fresh, float[] g, int gFrom) {
        products.outer(rows, a, aFrom, d, dFrom, panels, fresh, g, gFrom);
    }

    @Override
    public void columnSums(int rows, int columns, float[] d, int dFrom, boolean fresh, float[] sums, int sumsFrom) {
        clear(fresh, columns, sums, sumsFrom);
        for (int j = 0; j < columns; j += WIDTH) {
            for (int row = 0; row < rows; row++) {
                addValues(WIDTH, d, dFrom + place(row, j), sums, sumsFrom + j);
            }
        }
    }

    @Override
    public void add(int rows, int columns, float[] x, int xFrom, float[] y, int yFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            addValues(rows * WIDTH, x, xFrom + place(0, j), y, yFrom + place(0, j));
        }
    }

    private static void addValues(int values, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < values; i++) {
            y[yFrom + i] += x[xFrom + i];
        }
    }

    @Override
    public void activate(
            ActivationFunction function, int rows, int columns, float[] x, int xFrom, float[] y, int yFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            int from = place(0, j);
            PlainActivations.apply(function, rows * WIDTH, x, xFrom + from, y, yFrom + from);
        }
    }

    @Override
    public void activateBack(
            ActivationFunction function, int rows, int columns, float[] saved, int savedFrom, float[] d, int dFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            int from = place(0, j);
            PlainActivations.back(function, rows * WIDTH, saved, savedFrom + from, d, dFrom + from);
        }
    }

    @Override
    public void moments(
            int rows,
            int columns,
            float[] x,
            int xFrom,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom) {
        clear(fresh, columns, sums, sumsFrom);
        clear(fresh, columns, squares, sumsFrom);
        for (int j = 0; j < columns; j++) {
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH) {
                float difference = x[xFrom + i] - centres[j];
                sums[sumsFrom + j] += difference;
                squares[sumsFrom + j] = Math.fma(difference, difference, squares[sumsFrom + j]);
            }
        }
    }

    @Override
    public void normalise(
            int rows,
            int columns,
            float[] x,
            int xFrom,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift) {
        for (int j = 0; j < columns; j++) {
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH) {
                y[yFrom + i] = Math.fma(x[xFrom + i] - mean[j], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void normaliseSums(
            int rows,
            int columns,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom) {
        clear(fresh, columns, sums, sumsFrom);
        clear(fresh, columns, products, sumsFrom);
        for (int j = 0; j < columns; j++) {
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH) {
                float gradient = d[dFrom + i];
                sums[sumsFrom + j] += gradient;
                products[sumsFrom + j] = Math.fma(x[xFrom + i] - mean[j], gradient, products[sumsFrom + j]);
            }
        }
    }

    @Override
    public void normaliseBack(
            int rows,
            int columns,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset) {
        for (int j = 0; j < columns; j++) {
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH) {
                float correction = Math.fma(x[xFrom + i] - mean[j], slope[j], offset[j]);
                d[dFrom + i] = Math.fma(d[dFrom + i], scale[j], correction);
            }
        }
    }

    @Override
    public void drop(
            int rows, int columns, int units, float[] x, int xFrom, int firstRow, DropoutMask mask, float factor) {
        for (int j = 0; j < columns; j++) {
            int position = firstRow * units + j;
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH, position += units) {
                x[xFrom + i] = mask.drops(position) ? -0.0f : x[xFrom + i] * factor + 0.0f;
            }
        }
    }

    @Override
    public void dropBack(int rows, int columns, float[] y, int yFrom, float[] d, int dFrom, float factor) {
        for (int j = 0; j < columns; j++) {
            for (int row = 0, i = place(0, j); row < rows; row++, i += WIDTH) {
                boolean dropped = Float.floatToRawIntBits(y[yFrom + i]) == Integer.MIN_VALUE;
                d[dFrom + i] = dropped ? 0 : d[dFrom + i] * factor;
            }
        }
    }

    @Override
    public void gather(int from, int to, float[][] parts, int used, float factor, float[] g) {
        System.arraycopy(parts[0], from, g, from, to - from);
        for (int part = 1; part < used; part++) {
            float[] other = parts[part];
            for (int i = from; i < to; i++) {
                g[i] += other[i];
            }
        }
        for (int i = from; i < to; i++) {
            g[i] *= factor;
        }
    }

    @Override
    public void adam(int from, int to, AdamStep step, float[] g, float[] m, float[] v, float[] w) {
        for (int i = from; i < to; i++) {
            float weight = w[i] * step.kept();
            float gradient = weight * step.l2() + g[i];
            m[i] = m[i] * step.beta1() + gradient * (1 - step.beta1());
            v[i] = v[i] * step.beta2() + gradient * gradient * (1 - step.beta2());
            w[i] = weight - m[i] * step.rate() / ((float) Math.sqrt(v[i]) + step.epsilon());
        }
    }

    @Override
    public void sgd(int from, int to, float rate, float momentum, float l2, float[] g, float[] s, float[] w) {
        for (int i = from; i < to; i++) {
            float gradient = w[i] * l2 + g[i];
            s[i] = s[i] * momentum - gradient * rate;
            w[i] += s[i];
        }
    }

    private static int place(int row, int column) {
        return Panels.place(row, column, WIDTH);
    }

    private static void clear(boolean fresh, int values, float[] sums, int from) {
        if (fresh) {
            Arrays.fill(sums, from, from + values, 0);
        }
    }
}
