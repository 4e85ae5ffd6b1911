package org.muonframework.train.fused.kernel;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/** Kernels with vectors and plain ones come to the same bits, whatever the length of a vector. */
class SameBitsTest {

    private static final int ROWS = 67;
    private static final int INPUTS = 37;
    private static final int OUTPUTS = 43;

    @Test
    void inProducts() {
        for (boolean rectify : new boolean[] {false, true}) {
            assertSame(kernels -> {
                SplittableRandom random = new SplittableRandom(1);
                Panels panels = new Panels(INPUTS, OUTPUTS, kernels.lanes());
                float[] a = spread(ROWS, INPUTS, panels.transposed().stride(), random);
                float[] w = weights(panels, random);
                float[] bias = spread(1, OUTPUTS, panels.stride(), random);
                float[] c = new float[ROWS * panels.stride()];
                kernels.product(
                        ROWS,
                        a,
                        0,
                        panels.transposed().stride(),
                        panels,
                        w,
                        0,
                        bias,
                        0,
                        0,
                        rectify,
                        c,
                        0,
                        panels.stride());
                return compact(c, ROWS, OUTPUTS, panels.stride());
            });
        }
    }

    @Test
    void inGradientsOfWeights() {
        assertSame(kernels -> {
            SplittableRandom random = new SplittableRandom(1);
            Panels panels = new Panels(INPUTS, OUTPUTS, kernels.lanes());
            float[] a = spread(ROWS, INPUTS, panels.transposed().stride(), random);
            float[] d = spread(ROWS, OUTPUTS, panels.stride(), random);
            float[] g = new float[panels.size()];
            for (boolean fresh : new boolean[] {true, false}) {
                kernels.outer(ROWS, a, 0, panels.transposed().stride(), d, 0, panels.stride(), panels, fresh, g, 0);
            }
            float[] gradient = new float[INPUTS * OUTPUTS];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = g[panels.index(i / OUTPUTS, i % OUTPUTS)];
            }
            return gradient;
        });
    }

    @Test
    void inNormalisations() {
        assertSame(kernels -> {
            SplittableRandom random = new SplittableRandom(1);
            int stride = Panels.stride(OUTPUTS, kernels.lanes());
            float[] x = spread(ROWS, OUTPUTS, stride, random);
            float[] d = spread(ROWS, OUTPUTS, stride, random);
            float[] mean = spread(1, OUTPUTS, stride, random);
            float[] scale = spread(1, OUTPUTS, stride, random);
            float[][] sums = new float[5][stride];
            kernels.moments(ROWS, x, 0, stride, mean, true, sums[0], sums[1], 0);
            kernels.normaliseSums(ROWS, d, 0, x, 0, stride, mean, true, sums[2], sums[3], 0);
            kernels.columnSums(ROWS, d, 0, stride, true, sums[4], 0);
            kernels.normaliseBack(ROWS, d, 0, x, 0, stride, mean, scale, sums[3], sums[2]);
            kernels.normalise(ROWS, x, 0, x, 0, stride, mean, scale, sums[4]);
            kernels.add(ROWS * stride, x, 0, d, 0);
            for (float[] sum : sums) {
                kernels.add(stride, sum, 0, d, 0);
            }
            return compact(d, ROWS, OUTPUTS, stride);
        });
    }

    @Test
    void inDropoutAndFunctionsWithoutAnExponential() {
        for (ActivationFunction function : List.of(ActivationFunction.RELU, ActivationFunction.LEAKY_RELU)) {
            assertSame(kernels -> {
                SplittableRandom random = new SplittableRandom(1);
                int stride = Panels.stride(OUTPUTS, kernels.lanes());
                float[] x = spread(ROWS, OUTPUTS, stride, random);
                float[] d = spread(ROWS, OUTPUTS, stride, random);
                DropoutMask mask = DropoutMask.of(new RandomStreams(1), 0, 0, 0, 0.3);
                kernels.activate(function, ROWS * stride, x, 0, x, 0);
                kernels.drop(ROWS, x, 0, stride, OUTPUTS, 5, mask, 1.4285715f);
                kernels.dropBack(ROWS * stride, x, 0, d, 0, 1.4285715f);
                kernels.activateBack(function, ROWS * stride, x, 0, d, 0);
                kernels.add(ROWS * stride, x, 0, d, 0);
                return compact(d, ROWS, OUTPUTS, stride);
            });
        }
    }

    @Test
    void inOptimisers() {
        int count = 16 * 64;
        assertSame(kernels -> {
            SplittableRandom random = new SplittableRandom(1);
            float[] w = KernelCases.numbers(count, random);
            float[] m = new float[count];
            float[] v = new float[count];
            float[] s = new float[count];
            for (int step = 0; step < 20; step++) {
                float[][] parts = {KernelCases.numbers(count, random), KernelCases.numbers(count, random)};
                float[] g = new float[count];
                kernels.gather(0, count, parts, 2, 0.37f, g);
                kernels.adam(0, count, new AdamStep(0.01f, 0.9f, 0.99f, 1e-7f, 0.01f, 0.999f), g, m, v, w);
                kernels.sgd(0, count, 0.01f, 0.9f, 0.01f, g, s, w);
            }
            return w;
        });
    }

    private static void assertSame(Function<Kernels, float[]> work) {
        KernelCases.assertSame(
                work.apply(KernelSet.vector().create()),
                work.apply(KernelSet.plain().create()));
    }

    /** The same numbers for any stride, which is filled up with 0. */
    private static float[] spread(int rows, int width, int stride, SplittableRandom random) {
        float[] numbers = KernelCases.numbers(rows * width, random);
        float[] block = new float[rows * stride];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(numbers, row * width, block, row * stride, width);
        }
        return block;
    }

    private static float[] weights(Panels panels, SplittableRandom random) {
        float[] numbers = KernelCases.numbers(INPUTS * OUTPUTS, random);
        float[] weights = new float[panels.size()];
        for (int i = 0; i < numbers.length; i++) {
            weights[panels.index(i / OUTPUTS, i % OUTPUTS)] = numbers[i];
        }
        return weights;
    }

    private static float[] compact(float[] block, int rows, int width, int stride) {
        float[] values = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(block, row * stride, values, row * width, width);
        }
        return values;
    }
}
