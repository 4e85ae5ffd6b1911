package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps of the optimisers, against double precision. */
class OptimiserKernelsTest {

    private static final int STEPS = 20;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void followAdam(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int from = kernels.width();
        int to = 4 * from;
        float[] w = KernelCases.numbers(to + from, random);
        float[] first = w.clone();
        float[] m = new float[w.length];
        float[] v = new float[w.length];
        double[] exact = doubles(w);
        double[] mean = new double[w.length];
        double[] square = new double[w.length];
        for (int step = 1; step <= STEPS; step++) {
            float[] g = KernelCases.numbers(w.length, random);
            AdamStep adam = new AdamStep(0.01f / step, 0.9f, 0.99f, 1e-4f, 0.05f, 0.999f);

            kernels.adam(from, to, adam, g, m, v, w);

            for (int i = from; i < to; i++) {
                double kept = exact[i] * adam.kept();
                double gradient = g[i] + kept * adam.l2();
                mean[i] = mean[i] * adam.beta1() + (1 - (double) adam.beta1()) * gradient;
                square[i] = square[i] * adam.beta2() + (1 - (double) adam.beta2()) * gradient * gradient;
                exact[i] = kept - adam.rate() * mean[i] / (Math.sqrt(square[i]) + adam.epsilon());
                // A step keeps the relative size of its rounding; 1 − β is rounded relative to β, not to itself.
                double rounding = 64 * step * KernelCases.ROUNDING;
                KernelCases.assertNear(m[i], mean[i], rounding, "mean %d of step %d", i, step);
                KernelCases.assertNear(v[i], square[i], rounding, "square %d of step %d", i, step);
                KernelCases.assertNear(w[i], exact[i], rounding, "parameter %d of step %d", i, step);
            }
        }
        assertOthersAreUnchanged(w, first, from, to);
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void followDescentWithMomentum(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int from = kernels.width();
        int to = 4 * from;
        float[] w = KernelCases.numbers(to + from, random);
        float[] first = w.clone();
        float[] s = new float[w.length];
        double[] exact = doubles(w);
        double[] change = new double[w.length];
        for (int step = 1; step <= STEPS; step++) {
            float[] g = KernelCases.numbers(w.length, random);

            kernels.sgd(from, to, 0.01f, 0.9f, 0.05f, g, s, w);

            for (int i = from; i < to; i++) {
                change[i] = 0.9f * change[i] - 0.01f * (g[i] + 0.05f * exact[i]);
                exact[i] += change[i];
                double rounding = 8 * step * KernelCases.ROUNDING;
                KernelCases.assertNear(s[i], change[i], rounding, "change %d of step %d", i, step);
                KernelCases.assertNear(w[i], exact[i], rounding, "parameter %d of step %d", i, step);
            }
        }
        assertOthersAreUnchanged(w, first, from, to);
    }

    private static void assertOthersAreUnchanged(float[] w, float[] first, int from, int to) {
        float[] expected = first.clone();
        System.arraycopy(w, from, expected, from, to - from);
        KernelCases.assertSame(w, expected);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
