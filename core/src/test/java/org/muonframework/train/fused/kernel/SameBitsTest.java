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

    private static final int ROWS = 61;
    private static final int INPUTS = 37;
    private static final int OUTPUTS = 43;

    @Test
    void inProducts() {
        for (boolean rectify : new boolean[] {false, true}) {
            assertSame(kernels -> {
                SplittableRandom random = new SplittableRandom(1);
                Panels panels = new Panels(INPUTS, OUTPUTS, kernels.width());
                Block a = Block.random(ROWS, INPUTS, kernels.width(), 0, random);
                float[] w = weights(panels, random);
                float[] bias = KernelCases.row(OUTPUTS, kernels.width(), random);
                Block c = Block.empty(ROWS, OUTPUTS, kernels.width(), 0);
                kernels.product(ROWS, a.values(), 0, panels, w, 0, bias, 0, rectify, c.values(), 0);
                return c.matrix();
            });
        }
    }

    @Test
    void inGradientsOfWeights() {
        assertSame(kernels -> {
            SplittableRandom random = new SplittableRandom(1);
            Panels panels = new Panels(INPUTS, OUTPUTS, kernels.width());
            Block a = Block.random(ROWS, INPUTS, kernels.width(), 0, random);
            Block d = Block.random(ROWS, OUTPUTS, kernels.width(), 0, random);
            float[] g = new float[panels.size()];
            for (boolean fresh : new boolean[] {true, false}) {
                kernels.outer(ROWS, a.values(), 0, d.values(), 0, panels, fresh, g, 0);
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
            int width = kernels.width();
            Block x = Block.random(ROWS, OUTPUTS, width, 0, random);
            Block d = Block.random(ROWS, OUTPUTS, width, 0, random);
            int columns = x.filled();
            float[] mean = KernelCases.row(OUTPUTS, width, random);
            float[] scale = KernelCases.row(OUTPUTS, width, random);
            float[][] sums = new float[5][columns];
            kernels.moments(ROWS, columns, x.values(), 0, mean, true, sums[0], sums[1], 0);
            kernels.normaliseSums(ROWS, columns, d.values(), 0, x.values(), 0, mean, true, sums[2], sums[3], 0);
            kernels.columnSums(ROWS, columns, d.values(), 0, true, sums[4], 0);
            kernels.normaliseBack(ROWS, columns, d.values(), 0, x.values(), 0, mean, scale, sums[3], sums[2]);
            kernels.normalise(ROWS, columns, x.values(), 0, x.values(), 0, mean, scale, sums[4]);
            kernels.add(ROWS, columns, x.values(), 0, d.values(), 0);
            for (float[] sum : sums) {
                Block row = Block.of(1, OUTPUTS, sum, width, 0);
                kernels.add(1, columns, row.values(), 0, d.values(), 0);
            }
            return d.matrix();
        });
    }

    @Test
    void inDropoutAndFunctionsWithoutAnExponential() {
        for (ActivationFunction function : List.of(ActivationFunction.RELU, ActivationFunction.LEAKY_RELU)) {
            assertSame(kernels -> {
                SplittableRandom random = new SplittableRandom(1);
                Block x = Block.random(ROWS, OUTPUTS, kernels.width(), 0, random);
                Block d = Block.random(ROWS, OUTPUTS, kernels.width(), 0, random);
                int columns = x.filled();
                DropoutMask mask = DropoutMask.of(new RandomStreams(1), 0, 0, 0, 0.3);
                kernels.activate(function, ROWS, columns, x.values(), 0, x.values(), 0);
                kernels.drop(ROWS, columns, OUTPUTS, x.values(), 0, 5, mask, 1.4285715f);
                kernels.dropBack(ROWS, columns, x.values(), 0, d.values(), 0, 1.4285715f);
                kernels.activateBack(function, ROWS, columns, x.values(), 0, d.values(), 0);
                kernels.add(ROWS, columns, x.values(), 0, d.values(), 0);
                return d.matrix();
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

    private static float[] weights(Panels panels, SplittableRandom random) {
        float[] numbers = KernelCases.numbers(INPUTS * OUTPUTS, random);
        float[] weights = new float[panels.size()];
        for (int i = 0; i < numbers.length; i++) {
            weights[panels.index(i / OUTPUTS, i % OUTPUTS)] = numbers[i];
        }
        return weights;
    }
}
