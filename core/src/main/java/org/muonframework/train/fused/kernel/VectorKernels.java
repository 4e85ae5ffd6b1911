package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * The kernels with the processor's vectors, as long as it has them.
 *
 * <p>Needs the module {@code jdk.incubator.vector}. Each loop is a small method of its own, with constants made inside and
 * without vectors passed from method to method or branches around them, because that is what the compiler turns into vector
 * instructions and keeps so; choices are made with integer arithmetic on signs, which is faster than masks.
 */
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int PANEL = Panels.ROWS * WIDTH;

    private final VectorActivations activations = new VectorActivations(PANEL);
    private final VolumeKernels volumes = new VectorVolumeKernels(WIDTH);

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
        VectorProducts.product(rows, a, aFrom, panels, w, wFrom, start, startFrom, c, cFrom);
        if (rectify) {
            activate(ActivationFunction.RELU, rows, panels.columns(), c, cFrom, c, cFrom);
        }
    }

    @Override
    public void outer(
            int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, boolean fresh, float[] g, int gFrom) {
        clear(fresh, panels.size(), g, gFrom);
        VectorProducts.outer(rows, a, aFrom, d, dFrom, panels, g, gFrom);
    }

    @Override
    public void columnSums(int rows, int columns, float[] d, int dFrom, boolean fresh, float[] sums, int sumsFrom) {
        clear(fresh, columns, sums, sumsFrom);
        for (int j = 0; j < columns; j += WIDTH) {
            panelSums(rows, d, dFrom + j * Panels.ROWS, sums, sumsFrom + j);
        }
    }

    private static void panelSums(int rows, float[] d, int di, float[] sums, int at) {
        FloatVector sum0 = load(sums, at);
        FloatVector sum1 = load(sums, at + LANES);
        for (int row = 0; row < rows; row++) {
            sum0 = sum0.add(load(d, di + row * WIDTH));
            sum1 = sum1.add(load(d, di + row * WIDTH + LANES));
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LANES);
    }

    @Override
    public void add(int rows, int columns, float[] x, int xFrom, float[] y, int yFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            addPanel(rows * WIDTH, x, xFrom + j * Panels.ROWS, y, yFrom + j * Panels.ROWS);
        }
    }

    private static void addPanel(int values, float[] x, int xi, float[] y, int yi) {
        for (int i = 0; i < values; i += LANES) {
            load(x, xi + i).add(load(y, yi + i)).intoArray(y, yi + i);
        }
    }

    @Override
    public void activate(
            ActivationFunction function, int rows, int columns, float[] x, int xFrom, float[] y, int yFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            activations.apply(function, rows * WIDTH, x, xFrom + j * Panels.ROWS, y, yFrom + j * Panels.ROWS);
        }
    }

    @Override
    public void activateBack(
            ActivationFunction function, int rows, int columns, float[] saved, int savedFrom, float[] d, int dFrom) {
        for (int j = 0; j < columns; j += WIDTH) {
            activations.back(function, rows * WIDTH, saved, savedFrom + j * Panels.ROWS, d, dFrom + j * Panels.ROWS);
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
        for (int j = 0; j < columns; j += WIDTH) {
            VectorNormalisation.panelMoments(rows, x, xFrom + j * Panels.ROWS, centres, j, sums, squares, sumsFrom + j);
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
        for (int j = 0; j < columns; j += LANES) {
            int from = Panels.place(0, j, WIDTH);
            VectorNormalisation.normaliseLanes(rows, x, xFrom + from, y, yFrom + from, mean, scale, shift, j);
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
        for (int j = 0; j < columns; j += WIDTH) {
            int from = j * Panels.ROWS;
            VectorNormalisation.panelProducts(
                    rows, d, dFrom + from, x, xFrom + from, mean, j, sums, products, sumsFrom + j);
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
        for (int j = 0; j < columns; j += LANES) {
            int from = Panels.place(0, j, WIDTH);
            VectorNormalisation.normaliseLanesBack(
                    rows, d, dFrom + from, x, xFrom + from, mean, scale, slope, offset, j);
        }
    }

    @Override
    public void drop(
            int rows, int columns, int units, float[] x, int xFrom, int firstRow, DropoutMask mask, float factor) {
        int first = mask.first();
        int second = mask.second();
        for (int j = 0; j < columns; j += LANES) {
            int from = xFrom + Panels.place(0, j, WIDTH);
            VectorDropout.dropLanes(
                    rows, units, x, from, firstRow * units + j, first, second, mask.threshold(), factor);
        }
    }

    @Override
    public void dropBack(int rows, int columns, float[] y, int yFrom, float[] d, int dFrom, float factor) {
        for (int j = 0; j < columns; j += WIDTH) {
            VectorDropout.dropPanelBack(rows * WIDTH, y, yFrom + j * Panels.ROWS, d, dFrom + j * Panels.ROWS, factor);
        }
    }

    @Override
    public void gather(int from, int to, float[][] parts, int used, float factor, float[] g) {
        for (int i = from; i < to; i += PANEL) {
            int values = Math.min(PANEL, to - i);
            System.arraycopy(parts[0], i, g, i, values);
            for (int part = 1; part < used; part++) {
                addPanel(values, parts[part], i, g, i);
            }
            multiply(values, factor, g, i);
        }
    }

    private static void multiply(int values, float factor, float[] g, int gi) {
        for (int i = 0; i < values; i += LANES) {
            load(g, gi + i).mul(factor).intoArray(g, gi + i);
        }
    }

    @Override
    public void adam(int from, int to, AdamStep step, float[] g, float[] m, float[] v, float[] w) {
        float l2 = step.l2();
        float kept = step.kept();
        FloatVector beta1 = FloatVector.broadcast(SPECIES, step.beta1());
        FloatVector beta2 = FloatVector.broadcast(SPECIES, step.beta2());
        for (int i = from; i < to; i += LANES) {
            FloatVector weight = load(w, i).mul(kept);
            FloatVector gradient = weight.mul(l2).add(load(g, i));
            FloatVector mean = load(m, i).mul(beta1).add(gradient.mul(1 - step.beta1()));
            FloatVector square =
                    load(v, i).mul(beta2).add(gradient.mul(gradient).mul(1 - step.beta2()));
            mean.intoArray(m, i);
            square.intoArray(v, i);
            FloatVector change = mean.mul(step.rate()).div(square.sqrt().add(step.epsilon()));
            weight.sub(change).intoArray(w, i);
        }
    }

    @Override
    public void sgd(int from, int to, float rate, float momentum, float l2, float[] g, float[] s, float[] w) {
        for (int i = from; i < to; i += LANES) {
            FloatVector weight = load(w, i);
            FloatVector gradient = weight.mul(l2).add(load(g, i));
            FloatVector change = load(s, i).mul(momentum).sub(gradient.mul(rate));
            change.intoArray(s, i);
            weight.add(change).intoArray(w, i);
        }
    }

    private static void clear(boolean fresh, int values, float[] sums, int from) {
        if (fresh) {
            Arrays.fill(sums, from, from + values, 0);
        }
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
