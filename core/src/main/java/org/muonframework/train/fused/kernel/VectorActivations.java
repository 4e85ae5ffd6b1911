package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.muonframework.spi.model.ActivationFunction;

/**
 * The elementwise functions with vectors, a limited number of values at a time.
 *
 * <p>Those with an exponential take it for all values first, into memory of their own, so that its code stands once and
 * in one loop; a method that passes vectors on may end up not inlined, and then each vector becomes an object.
 */
final class VectorActivations {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SIGN = 31;
    private static final float LEAK = 0.01f;
    private static final float TANH_SMALL = 0.625f;
    private static final float LARGEST = 87;
    private static final float INVERSE_LOG_2 = 1.44269504f;
    private static final float LOG_2_HIGH = 0.693359375f;
    private static final float LOG_2_LOW = -2.12194440e-4f;
    private static final float ROUNDING = 0x1.8p23f;
    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private final float[] exponentials;

    /** For at most this many values at a time. */
    VectorActivations(int most) {
        exponentials = new float[most + LANES];
    }

    /** As {@link Kernels#activate}. */
    void apply(ActivationFunction function, int values, float[] x, int xFrom, float[] y, int yFrom) {
        switch (function) {
            case RELU -> rectify(values, x, xFrom, y, yFrom);
            case LEAKY_RELU -> leak(values, x, xFrom, y, yFrom);
            case SWISH -> {
                exp(values, -1, x, xFrom, exponentials);
                swish(values, x, xFrom, exponentials, y, yFrom);
            }
            case TANH -> {
                exp(values, 2, x, xFrom, exponentials);
                tanh(values, x, xFrom, exponentials, y, yFrom);
            }
            case SIGMOID -> {
                exp(values, -1, x, xFrom, exponentials);
                sigmoid(values, exponentials, y, yFrom);
            }
            case IDENTITY -> System.arraycopy(x, xFrom, y, yFrom, values);
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        }
    }

    /** As {@link Kernels#activateBack}. */
    void back(ActivationFunction function, int values, float[] saved, int savedFrom, float[] d, int dFrom) {
        switch (function) {
            case RELU -> rectifyBack(values, saved, savedFrom, d, dFrom);
            case LEAKY_RELU -> leakBack(values, saved, savedFrom, d, dFrom);
            case SWISH -> {
                exp(values, -1, saved, savedFrom, exponentials);
                swishBack(values, saved, savedFrom, exponentials, d, dFrom);
            }
            case TANH -> tanhBack(values, saved, savedFrom, d, dFrom);
            case SIGMOID -> sigmoidBack(values, saved, savedFrom, d, dFrom);
            case IDENTITY -> {}
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        }
    }

    /**
     * y = e^(factor · x), with the exponent kept within ±87, where the result is neither infinite nor 0; to within 2 units
     * in the last place. The polynomial is that of {@code expf} in Moshier's Cephes library.
     *
     * <p>A number to which {@link #ROUNDING} is added has its whole part in its last bits, which a shift brings to the place
     * of an exponent while it drops all others; a conversion to integers is not among the vector instructions that every
     * Java makes of it.
     */
    static void exp(int values, float factor, float[] x, int xFrom, float[] y) {
        for (int i = 0; i < values; i += LANES) {
            FloatVector bounded = load(x, xFrom + i).mul(factor).max(-LARGEST).min(LARGEST);
            FloatVector rounded = bounded.mul(INVERSE_LOG_2).add(ROUNDING);
            FloatVector n = rounded.sub(ROUNDING);
            FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LOG_2_HIGH), bounded);
            r = n.fma(FloatVector.broadcast(SPECIES, -LOG_2_LOW), r);
            FloatVector p = FloatVector.broadcast(SPECIES, 1.9875691500e-4f);
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1.3981999507e-3f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 8.3334519073e-3f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 4.1665795894e-2f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 1.6666665459e-1f));
            p = p.fma(r, FloatVector.broadcast(SPECIES, 5.0000001201e-1f));
            p = p.fma(r.mul(r), r).add(1);
            IntVector power = rounded.reinterpretAsInts().add(EXPONENT_BIAS);
            p.mul(power.lanewise(VectorOperators.LSHL, MANTISSA_BITS).reinterpretAsFloats())
                    .intoArray(y, i);
        }
    }

    private static void rectify(int values, float[] x, int xFrom, float[] y, int yFrom) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < values; i += LANES) {
            load(x, xFrom + i).max(zero).intoArray(y, yFrom + i);
        }
    }

    private static void leak(int values, float[] x, int xFrom, float[] y, int yFrom) {
        for (int i = 0; i < values; i += LANES) {
            FloatVector value = load(x, xFrom + i);
            value.max(value.mul(LEAK)).intoArray(y, yFrom + i);
        }
    }

    private static void swish(int values, float[] x, int xFrom, float[] exponentials, float[] y, int yFrom) {
        for (int i = 0; i < values; i += LANES) {
            load(x, xFrom + i).div(load(exponentials, i).add(1)).intoArray(y, yFrom + i);
        }
    }

    private static void sigmoid(int values, float[] exponentials, float[] y, int yFrom) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int i = 0; i < values; i += LANES) {
            one.div(load(exponentials, i).add(one)).intoArray(y, yFrom + i);
        }
    }

    /**
     * 1 − 2 / (e²ˣ + 1), and near 0, where that would lose digits, x + x³ P(x²) with the polynomial of {@code tanhf} in
     * Moshier's Cephes library.
     */
    private static void tanh(int values, float[] x, int xFrom, float[] exponentials, float[] y, int yFrom) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector two = FloatVector.broadcast(SPECIES, 2);
        for (int i = 0; i < values; i += LANES) {
            FloatVector value = load(x, xFrom + i);
            FloatVector large = one.sub(two.div(load(exponentials, i).add(one)));
            FloatVector z = value.mul(value);
            FloatVector p = FloatVector.broadcast(SPECIES, -5.70498872745e-3f);
            p = p.fma(z, FloatVector.broadcast(SPECIES, 2.06390887954e-2f));
            p = p.fma(z, FloatVector.broadcast(SPECIES, -5.37397155531e-2f));
            p = p.fma(z, FloatVector.broadcast(SPECIES, 1.33314422036e-1f));
            p = p.fma(z, FloatVector.broadcast(SPECIES, -3.33332819422e-1f));
            FloatVector small = p.mul(z).fma(value, value);
            large.blend(small, value.abs().lt(TANH_SMALL)).intoArray(y, yFrom + i);
        }
    }

    private static void rectifyBack(int values, float[] y, int yFrom, float[] d, int dFrom) {
        for (int i = 0; i < values; i += LANES) {
            load(d, dFrom + i)
                    .reinterpretAsInts()
                    .and(positive(load(y, yFrom + i)))
                    .reinterpretAsFloats()
                    .intoArray(d, dFrom + i);
        }
    }

    private static void leakBack(int values, float[] y, int yFrom, float[] d, int dFrom) {
        for (int i = 0; i < values; i += LANES) {
            FloatVector value = load(d, dFrom + i);
            IntVector bits = load(y, yFrom + i).reinterpretAsInts();
            IntVector positive = bits.neg().and(bits.not()).lanewise(VectorOperators.ASHR, SIGN);
            IntVector whole = value.reinterpretAsInts().and(positive);
            IntVector part = value.mul(LEAK).reinterpretAsInts().and(positive.not());
            whole.or(part).reinterpretAsFloats().intoArray(d, dFrom + i);
        }
    }

    /** σ (1 + x (1 − σ)), with 1 − σ = e⁻ˣ σ, which keeps its digits. */
    private static void swishBack(int values, float[] x, int xFrom, float[] exponentials, float[] d, int dFrom) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int i = 0; i < values; i += LANES) {
            FloatVector exponential = load(exponentials, i);
            FloatVector sigmoid = one.div(exponential.add(one));
            FloatVector slope = sigmoid.mul(load(x, xFrom + i).fma(exponential.mul(sigmoid), one));
            load(d, dFrom + i).mul(slope).intoArray(d, dFrom + i);
        }
    }

    private static void tanhBack(int values, float[] y, int yFrom, float[] d, int dFrom) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int i = 0; i < values; i += LANES) {
            FloatVector value = load(y, yFrom + i);
            load(d, dFrom + i).mul(one.sub(value.mul(value))).intoArray(d, dFrom + i);
        }
    }

    private static void sigmoidBack(int values, float[] y, int yFrom, float[] d, int dFrom) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int i = 0; i < values; i += LANES) {
            FloatVector value = load(y, yFrom + i);
            load(d, dFrom + i).mul(value.mul(one.sub(value))).intoArray(d, dFrom + i);
        }
    }

    /**
     * All bits set where a rectified value is above 0; also for −0, which only dropout makes of one, whose gradient is 0
     * already.
     */
    private static IntVector positive(FloatVector values) {
        return values.reinterpretAsInts().neg().lanewise(VectorOperators.ASHR, SIGN);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
