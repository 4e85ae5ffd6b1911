package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
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
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int PANEL = Panels.ROWS * WIDTH;
    private static final boolean MANY_REGISTERS = LANES >= 16;
    private static final int SIGN = 31;
    private static final int[] PLACES = IntStream.range(0, LANES).toArray();

    private final VectorActivations activations = new VectorActivations(PANEL);

    @Override
    public int width() {
        return WIDTH;
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
        for (int j = 0; j < panels.columns(); j += WIDTH) {
            int ci = cFrom + j * Panels.ROWS;
            int wi = wFrom + j * panels.inputs();
            int left = panels.inputs();
            panelProduct(rows, a, aFrom, w, wi, left, start, startFrom + j, 0, c, ci);
            for (int k = WIDTH; k < panels.inputs(); k += WIDTH) {
                left = panels.inputs() - k;
                panelProduct(rows, a, aFrom + k * Panels.ROWS, w, wi + k * WIDTH, left, c, ci, WIDTH, c, ci);
            }
            if (rectify) {
                activations.apply(ActivationFunction.RELU, rows * WIDTH, c, ci, c, ci);
            }
        }
    }

    /** Adds the product of one panel of inputs; {@code left} inputs are in it and behind it. */
    private static void panelProduct(
            int rows,
            float[] a,
            int ai,
            float[] w,
            int wi,
            int left,
            float[] start,
            int si,
            int step,
            float[] c,
            int ci) {
        int inputs = Math.min(WIDTH, left);
        int row = 0;
        while (row < rows) {
            int at = row * WIDTH;
            int begin = si + row * step;
            if (MANY_REGISTERS && rows - row >= 8) {
                ProductTiles.rows8(a, ai + at, w, wi, inputs, start, begin, step, c, ci + at);
                row += 8;
            } else if (rows - row >= 4) {
                ProductTiles.rows4(a, ai + at, w, wi, inputs, start, begin, step, c, ci + at);
                row += 4;
            } else {
                ProductTiles.rows1(a, ai + at, w, wi, inputs, start, begin, step, c, ci + at);
                row++;
            }
        }
    }

    @Override
    public void outer(
            int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, boolean fresh, float[] g, int gFrom) {
        clear(fresh, panels.size(), g, gFrom);
        int inputs = panels.inputs();
        for (int j = 0; j < panels.columns(); j += WIDTH) {
            int di = dFrom + j * Panels.ROWS;
            int input = 0;
            while (input < inputs) {
                int ai = aFrom + Panels.place(0, input, WIDTH);
                int gi = gFrom + j * inputs + input * WIDTH;
                if (MANY_REGISTERS && inputs - input >= 8) {
                    OuterTiles.inputs8(rows, a, ai, d, di, g, gi);
                    input += 8;
                } else if (inputs - input >= 4) {
                    OuterTiles.inputs4(rows, a, ai, d, di, g, gi);
                    input += 4;
                } else {
                    OuterTiles.inputs1(rows, a, ai, d, di, g, gi);
                    input++;
                }
            }
        }
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
            panelMoments(rows, x, xFrom + j * Panels.ROWS, centres, j, sums, squares, sumsFrom + j);
        }
    }

    private static void panelMoments(
            int rows, float[] x, int xi, float[] centres, int j, float[] sums, float[] squares, int at) {
        FloatVector centre0 = load(centres, j);
        FloatVector centre1 = load(centres, j + LANES);
        FloatVector sum0 = load(sums, at);
        FloatVector sum1 = load(sums, at + LANES);
        FloatVector square0 = load(squares, at);
        FloatVector square1 = load(squares, at + LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = load(x, xi + row * WIDTH).sub(centre0);
            FloatVector x1 = load(x, xi + row * WIDTH + LANES).sub(centre1);
            sum0 = sum0.add(x0);
            sum1 = sum1.add(x1);
            square0 = x0.fma(x0, square0);
            square1 = x1.fma(x1, square1);
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LANES);
        square0.intoArray(squares, at);
        square1.intoArray(squares, at + LANES);
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
            normaliseLanes(rows, x, xFrom + from, y, yFrom + from, mean, scale, shift, j);
        }
    }

    private static void normaliseLanes(
            int rows, float[] x, int xi, float[] y, int yi, float[] mean, float[] scale, float[] shift, int j) {
        FloatVector centre = load(mean, j);
        FloatVector factor = load(scale, j);
        FloatVector constant = load(shift, j);
        for (int row = 0; row < rows; row++) {
            load(x, xi + row * WIDTH).sub(centre).fma(factor, constant).intoArray(y, yi + row * WIDTH);
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
            panelProducts(rows, d, dFrom + from, x, xFrom + from, mean, j, sums, products, sumsFrom + j);
        }
    }

    private static void panelProducts(
            int rows,
            float[] d,
            int di,
            float[] x,
            int xi,
            float[] mean,
            int j,
            float[] sums,
            float[] products,
            int at) {
        FloatVector centre0 = load(mean, j);
        FloatVector centre1 = load(mean, j + LANES);
        FloatVector sum0 = load(sums, at);
        FloatVector sum1 = load(sums, at + LANES);
        FloatVector product0 = load(products, at);
        FloatVector product1 = load(products, at + LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * WIDTH);
            FloatVector d1 = load(d, di + row * WIDTH + LANES);
            sum0 = sum0.add(d0);
            sum1 = sum1.add(d1);
            product0 = load(x, xi + row * WIDTH).sub(centre0).fma(d0, product0);
            product1 = load(x, xi + row * WIDTH + LANES).sub(centre1).fma(d1, product1);
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LANES);
        product0.intoArray(products, at);
        product1.intoArray(products, at + LANES);
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
            normaliseLanesBack(rows, d, dFrom + from, x, xFrom + from, mean, scale, slope, offset, j);
        }
    }

    private static void normaliseLanesBack(
            int rows,
            float[] d,
            int di,
            float[] x,
            int xi,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset,
            int j) {
        FloatVector centre = load(mean, j);
        FloatVector factor = load(scale, j);
        FloatVector inclination = load(slope, j);
        FloatVector constant = load(offset, j);
        for (int row = 0; row < rows; row++) {
            FloatVector correction = load(x, xi + row * WIDTH).sub(centre).fma(inclination, constant);
            load(d, di + row * WIDTH).fma(factor, correction).intoArray(d, di + row * WIDTH);
        }
    }

    @Override
    public void drop(
            int rows, int columns, int units, float[] x, int xFrom, int firstRow, DropoutMask mask, float factor) {
        int first = mask.first();
        int second = mask.second();
        for (int j = 0; j < columns; j += LANES) {
            int from = xFrom + Panels.place(0, j, WIDTH);
            dropLanes(rows, units, x, from, firstRow * units + j, first, second, mask.threshold(), factor);
        }
    }

    /** Repeats {@link DropoutMask#hash} with vectors. */
    private static void dropLanes(
            int rows, int units, float[] x, int xi, int position, int first, int second, int threshold, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        IntVector places = IntVector.fromArray(INTS, PLACES, 0).add(position);
        for (int row = 0; row < rows; row++) {
            IntVector h = places.add(row * units).lanewise(VectorOperators.XOR, first);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16))
                    .mul(DropoutMask.FIRST_MULTIPLIER)
                    .add(second);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15))
                    .mul(DropoutMask.SECOND_MULTIPLIER);
            IntVector dropped =
                    h.lanewise(VectorOperators.LSHR, 1).sub(threshold).lanewise(VectorOperators.ASHR, SIGN);
            IntVector kept = load(x, xi + row * WIDTH).mul(factor).add(zero).reinterpretAsInts();
            kept.and(dropped.not())
                    .or(dropped.and(minusZero))
                    .reinterpretAsFloats()
                    .intoArray(x, xi + row * WIDTH);
        }
    }

    @Override
    public void dropBack(int rows, int columns, float[] y, int yFrom, float[] d, int dFrom, float factor) {
        for (int j = 0; j < columns; j += WIDTH) {
            dropPanelBack(rows * WIDTH, y, yFrom + j * Panels.ROWS, d, dFrom + j * Panels.ROWS, factor);
        }
    }

    private static void dropPanelBack(int values, float[] y, int yi, float[] d, int di, float factor) {
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        for (int i = 0; i < values; i += LANES) {
            IntVector other = load(y, yi + i).reinterpretAsInts().lanewise(VectorOperators.XOR, minusZero);
            IntVector kept = other.or(other.neg()).lanewise(VectorOperators.ASHR, SIGN);
            load(d, di + i)
                    .mul(factor)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoArray(d, di + i);
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
