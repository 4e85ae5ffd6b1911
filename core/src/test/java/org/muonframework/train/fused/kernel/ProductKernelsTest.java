package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products and sums, against a loop in double precision. */
class ProductKernelsTest {

    private static final int[] ROWS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 63, 64, 65, 130};
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void multiplyBlocksOfAnyNumberOfRows(Kernels kernels) {
        for (int rows : ROWS) {
            product(kernels, rows, 5, 35, rows);
            outer(kernels, rows, 13, 35, rows);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void multiplyAnyWidths(Kernels kernels) {
        for (int width = 1; width <= 70; width++) {
            product(kernels, 11, width, 7, width);
            product(kernels, 11, 3, width, width);
            outer(kernels, 11, width, 7, width);
            outer(kernels, 11, 3, width, width);
        }
    }

    @Property(tries = 100, seed = "3", shrinking = ShrinkingMode.OFF)
    void multiply(
            @ForAll @IntRange(min = 1, max = 130) int rows,
            @ForAll @IntRange(min = 1, max = 70) int inputs,
            @ForAll @IntRange(min = 1, max = 70) int outputs,
            @ForAll long seed) {
        for (KernelSet set : new KernelSet[] {KernelSet.vector(), KernelSet.plain()}) {
            product(set.create(), rows, inputs, outputs, seed);
            outer(set.create(), rows, inputs, outputs, seed);
        }
    }

    private static void product(Kernels kernels, int rows, int inputs, int outputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int lanes = kernels.lanes();
        Panels panels = new Panels(inputs, outputs, lanes);
        boolean rectify = random.nextBoolean();
        boolean constant = random.nextBoolean();
        int aFrom = random.nextInt(20);
        int aStride = Panels.stride(inputs, lanes) + lanes * random.nextInt(3);
        int wFrom = random.nextInt(20);
        int startFrom = random.nextInt(20);
        int startStride = constant ? 0 : panels.stride() + lanes;
        int cFrom = random.nextInt(20);
        int cStride = panels.stride() + lanes * random.nextInt(3);
        float[] a = KernelCases.numbers(aFrom + rows * aStride, random);
        float[] w = weights(panels, wFrom, random);
        float[] start = KernelCases.block(rows, outputs, panels.stride() + lanes, startFrom, random);
        float[] c = KernelCases.numbers(cFrom + rows * cStride + lanes, random);
        float[] before = c.clone();

        kernels.product(
                rows, a, aFrom, aStride, panels, w, wFrom, start, startFrom, startStride, rectify, c, cFrom, cStride);

        for (int row = 0; row < rows; row++) {
            for (int n = 0; n < panels.stride(); n++) {
                double first = start[startFrom + row * startStride + n];
                double sum = first;
                double size = Math.abs(first);
                for (int k = 0; k < inputs; k++) {
                    double term = (double) a[aFrom + row * aStride + k] * w[wFrom + panels.index(k, n)];
                    sum += term;
                    size += Math.abs(term);
                }
                int place = cFrom + row * cStride + n;
                KernelCases.assertNear(
                        c[place],
                        rectify ? Math.max(0, sum) : sum,
                        rounding(inputs, size),
                        "row %d, output %d of %d rows, %s",
                        row,
                        n,
                        rows,
                        panels);
                if (n >= outputs) {
                    KernelCases.assertNear(c[place], 0, 0, "behind the last column");
                }
                before[place] = c[place];
            }
        }
        KernelCases.assertSame(c, before);
    }

    private static void outer(Kernels kernels, int rows, int inputs, int outputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int lanes = kernels.lanes();
        Panels panels = new Panels(inputs, outputs, lanes);
        boolean fresh = random.nextBoolean();
        int aFrom = random.nextInt(20);
        int aStride = Panels.stride(inputs, lanes) + lanes * random.nextInt(3);
        int dFrom = random.nextInt(20);
        int dStride = panels.stride() + lanes * random.nextInt(3);
        int gFrom = random.nextInt(20);
        float[] a = KernelCases.numbers(aFrom + rows * aStride, random);
        float[] d = KernelCases.block(rows, outputs, dStride, dFrom, random);
        float[] g = weights(panels, gFrom, random);
        float[] before = g.clone();

        kernels.outer(rows, a, aFrom, aStride, d, dFrom, dStride, panels, fresh, g, gFrom);

        for (int k = 0; k < inputs; k++) {
            for (int n = 0; n < panels.stride(); n++) {
                int place = gFrom + panels.index(k, n);
                double sum = fresh ? 0 : before[place];
                double size = Math.abs(sum);
                for (int row = 0; row < rows; row++) {
                    double term = (double) a[aFrom + row * aStride + k] * d[dFrom + row * dStride + n];
                    sum += term;
                    size += Math.abs(term);
                }
                KernelCases.assertNear(
                        g[place], sum, rounding(rows, size), "input %d, output %d of %d rows, %s", k, n, rows, panels);
                if (n >= outputs) {
                    KernelCases.assertNear(g[place], 0, 0, "behind the last column");
                }
                before[place] = g[place];
            }
        }
        KernelCases.assertSame(g, before);
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void addUpColumns(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : ROWS) {
            for (int width : new int[] {1, 8, 17, 64, 70}) {
                int stride = Panels.stride(width, kernels.lanes());
                float[] d = KernelCases.block(rows, width, stride, 3, random);
                for (boolean fresh : new boolean[] {true, false}) {
                    float[] sums = KernelCases.numbers(5 + stride + 2, random);
                    float[] before = sums.clone();

                    kernels.columnSums(rows, d, 3, stride, fresh, sums, 5);

                    for (int j = 0; j < stride; j++) {
                        double sum = fresh ? 0 : before[5 + j];
                        double size = Math.abs(sum);
                        for (int row = 0; row < rows; row++) {
                            sum += d[3 + row * stride + j];
                            size += Math.abs(d[3 + row * stride + j]);
                        }
                        KernelCases.assertNear(sums[5 + j], sum, rounding(rows, size), "column %d of %d rows", j, rows);
                        before[5 + j] = sums[5 + j];
                    }
                    KernelCases.assertSame(sums, before);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void addElementByElement(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int values = 5 * kernels.lanes();
        float[] x = KernelCases.numbers(values + 9, random);
        float[] y = KernelCases.numbers(values + 9, random);
        float[] expected = y.clone();
        for (int i = 0; i < values; i++) {
            expected[4 + i] = x[7 + i] + y[4 + i];
        }

        kernels.add(values, x, 7, y, 4);

        KernelCases.assertSame(y, expected);
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void gatherPartsInTheirOrder(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int from = kernels.lanes();
        int to = 4 * from;
        float[][] parts = new float[5][];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = KernelCases.numbers(to + from, random);
        }
        for (int used = 1; used <= parts.length; used++) {
            float[] gathered = KernelCases.numbers(to + from, random);
            float[] expected = gathered.clone();
            for (int i = from; i < to; i++) {
                float sum = parts[0][i];
                for (int part = 1; part < used; part++) {
                    sum += parts[part][i];
                }
                expected[i] = sum * 0.3f;
            }

            kernels.gather(from, to, parts, used, 0.3f, gathered);

            KernelCases.assertSame(gathered, expected);
        }
    }

    /** Each of a sum's steps rounds what is there, which is never more than the sum of all sizes. */
    private static double rounding(int terms, double size) {
        return (terms + 1) * KernelCases.ROUNDING * size;
    }

    private static float[] weights(Panels panels, int from, SplittableRandom random) {
        float[] weights = KernelCases.numbers(from + panels.size() + 3, random);
        for (int input = 0; input < panels.inputs(); input++) {
            for (int output = panels.outputs(); output < panels.stride(); output++) {
                weights[from + panels.index(input, output)] = 0;
            }
        }
        return weights;
    }
}
