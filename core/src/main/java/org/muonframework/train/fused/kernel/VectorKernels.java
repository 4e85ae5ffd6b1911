package org.muonframework.train.fused.kernel;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * The kernels with the processor's vectors, as wide as it has them.
 *
 * <p>Needs the module {@code jdk.incubator.vector}. Loops are small methods of their own, with constants made inside,
 * because that is what the compiler turns into vector instructions; choices are made with integer arithmetic on signs,
 * which is faster than masks.
 */
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDE = 16;
    private static final int ROWS = LANES >= WIDE ? 8 : 4;
    private static final int SIGN = 31;
    private static final int[] PLACES = IntStream.range(0, LANES).toArray();

    private static final int CHUNK = 1024;

    private final VectorActivations activations = new VectorActivations(CHUNK);

    /** With what instructions it computes: {@code 16 lanes}. */
    static String description() {
        return LANES + " lanes";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void product(
            int rows,
            float[] a,
            int aFrom,
            int aStride,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            int startStride,
            boolean rectify,
            float[] c,
            int cFrom,
            int cStride) {
        int inputs = panels.inputs();
        for (int j = 0; j < panels.stride(); j += Panels.VECTORS * LANES) {
            int wi = wFrom + panels.start(j);
            boolean whole = panels.width(j) > LANES;
            int row = 0;
            while (row < rows) {
                int ai = aFrom + row * aStride;
                int si = startFrom + j + row * startStride;
                int ci = cFrom + j + row * cStride;
                int left = rows - row;
                if (whole && left >= 8 && ROWS == 8) {
                    ProductTiles.rows8x2(
                            a, ai, aStride, w, wi, inputs, start, si, startStride, rectify, c, ci, cStride);
                    row += 8;
                } else if (whole && left >= 4) {
                    ProductTiles.rows4x2(
                            a, ai, aStride, w, wi, inputs, start, si, startStride, rectify, c, ci, cStride);
                    row += 4;
                } else if (whole) {
                    ProductTiles.rows1x2(
                            a, ai, aStride, w, wi, inputs, start, si, startStride, rectify, c, ci, cStride);
                    row++;
                } else if (left >= 8) {
                    ProductTiles.rows8x1(
                            a, ai, aStride, w, wi, inputs, start, si, startStride, rectify, c, ci, cStride);
                    row += 8;
                } else {
                    ProductTiles.rows1x1(
                            a, ai, aStride, w, wi, inputs, start, si, startStride, rectify, c, ci, cStride);
                    row++;
                }
            }
        }
    }

    @Override
    public void outer(
            int rows,
            float[] a,
            int aFrom,
            int aStride,
            float[] d,
            int dFrom,
            int dStride,
            Panels panels,
            boolean fresh,
            float[] g,
            int gFrom) {
        for (int j = 0; j < panels.stride(); j += Panels.VECTORS * LANES) {
            int width = panels.width(j);
            boolean whole = width > LANES;
            int gi = gFrom + panels.start(j);
            int input = 0;
            while (input < panels.inputs()) {
                int ai = aFrom + input;
                int left = panels.inputs() - input;
                int done;
                if (whole && left >= 8 && ROWS == 8) {
                    OuterTiles.inputs8x2(rows, a, ai, aStride, d, dFrom + j, dStride, fresh, g, gi);
                    done = 8;
                } else if (whole && left >= 4) {
                    OuterTiles.inputs4x2(rows, a, ai, aStride, d, dFrom + j, dStride, fresh, g, gi);
                    done = 4;
                } else if (whole) {
                    OuterTiles.inputs1x2(rows, a, ai, aStride, d, dFrom + j, dStride, fresh, g, gi);
                    done = 1;
                } else if (left >= 8) {
                    OuterTiles.inputs8x1(rows, a, ai, aStride, d, dFrom + j, dStride, fresh, g, gi);
                    done = 8;
                } else {
                    OuterTiles.inputs1x1(rows, a, ai, aStride, d, dFrom + j, dStride, fresh, g, gi);
                    done = 1;
                }
                input += done;
                gi += done * width;
            }
        }
    }

    @Override
    public void columnSums(int rows, float[] d, int dFrom, int stride, boolean fresh, float[] sums, int sumsFrom) {
        for (int j = 0; j < stride; j += LANES) {
            FloatVector sum = fresh ? FloatVector.zero(SPECIES) : load(sums, sumsFrom + j);
            for (int row = 0; row < rows; row++) {
                sum = sum.add(load(d, dFrom + row * stride + j));
            }
            sum.intoArray(sums, sumsFrom + j);
        }
    }

    @Override
    public void add(int values, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < values; i += LANES) {
            load(x, xFrom + i).add(load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
    }

    @Override
    public void activate(ActivationFunction function, int values, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < values; i += CHUNK) {
            activations.apply(function, Math.min(CHUNK, values - i), x, xFrom + i, y, yFrom + i);
        }
    }

    @Override
    public void activateBack(
            ActivationFunction function, int values, float[] saved, int savedFrom, float[] d, int dFrom) {
        for (int i = 0; i < values; i += CHUNK) {
            activations.back(function, Math.min(CHUNK, values - i), saved, savedFrom + i, d, dFrom + i);
        }
    }

    @Override
    public void moments(
            int rows,
            float[] x,
            int xFrom,
            int stride,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom) {
        for (int j = 0; j < stride; j += LANES) {
            FloatVector centre = load(centres, j);
            FloatVector sum = fresh ? FloatVector.zero(SPECIES) : load(sums, sumsFrom + j);
            FloatVector square = fresh ? FloatVector.zero(SPECIES) : load(squares, sumsFrom + j);
            for (int row = 0; row < rows; row++) {
                FloatVector difference = load(x, xFrom + row * stride + j).sub(centre);
                sum = sum.add(difference);
                square = difference.fma(difference, square);
            }
            sum.intoArray(sums, sumsFrom + j);
            square.intoArray(squares, sumsFrom + j);
        }
    }

    @Override
    public void normalise(
            int rows,
            float[] x,
            int xFrom,
            float[] y,
            int yFrom,
            int stride,
            float[] mean,
            float[] scale,
            float[] shift) {
        for (int j = 0; j < stride; j += LANES) {
            FloatVector centre = load(mean, j);
            FloatVector factor = load(scale, j);
            FloatVector constant = load(shift, j);
            for (int i = j; i < rows * stride; i += stride) {
                load(x, xFrom + i).sub(centre).fma(factor, constant).intoArray(y, yFrom + i);
            }
        }
    }

    @Override
    public void normaliseSums(
            int rows,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            int stride,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom) {
        for (int j = 0; j < stride; j += LANES) {
            FloatVector centre = load(mean, j);
            FloatVector sum = fresh ? FloatVector.zero(SPECIES) : load(sums, sumsFrom + j);
            FloatVector product = fresh ? FloatVector.zero(SPECIES) : load(products, sumsFrom + j);
            for (int i = j; i < rows * stride; i += stride) {
                FloatVector gradient = load(d, dFrom + i);
                sum = sum.add(gradient);
                product = load(x, xFrom + i).sub(centre).fma(gradient, product);
            }
            sum.intoArray(sums, sumsFrom + j);
            product.intoArray(products, sumsFrom + j);
        }
    }

    @Override
    public void normaliseBack(
            int rows,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            int stride,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset) {
        for (int j = 0; j < stride; j += LANES) {
            FloatVector centre = load(mean, j);
            FloatVector factor = load(scale, j);
            FloatVector inclination = load(slope, j);
            FloatVector constant = load(offset, j);
            for (int i = j; i < rows * stride; i += stride) {
                FloatVector correction = load(x, xFrom + i).sub(centre).fma(inclination, constant);
                load(d, dFrom + i).fma(factor, correction).intoArray(d, dFrom + i);
            }
        }
    }

    @Override
    public void drop(
            int rows, float[] x, int xFrom, int stride, int width, int firstRow, DropoutMask mask, float factor) {
        for (int row = 0; row < rows; row++) {
            dropRow(
                    x,
                    xFrom + row * stride,
                    stride,
                    (firstRow + row) * width,
                    mask.first(),
                    mask.second(),
                    mask.threshold(),
                    factor);
        }
    }

    /** Repeats {@link DropoutMask#hash} with vectors, in place: a method that passes vectors on may end up not inlined. */
    private static void dropRow(
            float[] x, int from, int stride, int position, int first, int second, int threshold, float factor) {
        FloatVector zero = FloatVector.zero(SPECIES);
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        IntVector places = IntVector.fromArray(INTS, PLACES, 0).add(position);
        for (int j = 0; j < stride; j += LANES) {
            IntVector h = places.add(j).lanewise(VectorOperators.XOR, first);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16))
                    .mul(DropoutMask.FIRST_MULTIPLIER)
                    .add(second);
            h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15))
                    .mul(DropoutMask.SECOND_MULTIPLIER);
            IntVector dropped =
                    h.lanewise(VectorOperators.LSHR, 1).sub(threshold).lanewise(VectorOperators.ASHR, SIGN);
            IntVector kept = load(x, from + j).mul(factor).add(zero).reinterpretAsInts();
            kept.and(dropped.not())
                    .or(dropped.and(minusZero))
                    .reinterpretAsFloats()
                    .intoArray(x, from + j);
        }
    }

    @Override
    public void dropBack(int values, float[] y, int yFrom, float[] d, int dFrom, float factor) {
        IntVector minusZero = IntVector.broadcast(INTS, Integer.MIN_VALUE);
        for (int i = 0; i < values; i += LANES) {
            IntVector other = load(y, yFrom + i).reinterpretAsInts().lanewise(VectorOperators.XOR, minusZero);
            IntVector kept = other.or(other.neg()).lanewise(VectorOperators.ASHR, SIGN);
            load(d, dFrom + i)
                    .mul(factor)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoArray(d, dFrom + i);
        }
    }

    @Override
    public void gather(int from, int to, float[][] parts, int used, float factor, float[] g) {
        for (int i = from; i < to; i += LANES) {
            FloatVector sum = load(parts[0], i);
            for (int part = 1; part < used; part++) {
                sum = sum.add(load(parts[part], i));
            }
            sum.mul(factor).intoArray(g, i);
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

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
