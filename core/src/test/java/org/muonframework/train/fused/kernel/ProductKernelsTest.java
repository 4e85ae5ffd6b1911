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

    private static final int[] ROWS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 63, 64};
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
            @ForAll @IntRange(min = 1, max = 64) int rows,
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
        int width = kernels.width();
        Panels panels = new Panels(inputs, outputs, width);
        boolean rectify = random.nextBoolean();
        Block a = Block.random(rows, inputs, width, random.nextInt(20), random).filledWith(7);
        int wFrom = random.nextInt(20);
        float[] w = weights(panels, wFrom, random);
        int startFrom = random.nextInt(20);
        float[] start = new float[startFrom + panels.columns()];
        System.arraycopy(KernelCases.numbers(outputs, random), 0, start, startFrom, outputs);
        Block c = Block.empty(rows, outputs, width, random.nextInt(20));
        Block before = c.copy();

        kernels.product(rows, a.values(), a.from(), panels, w, wFrom, start, startFrom, rectify, c.values(), c.from());

        for (int row = 0; row < rows; row++) {
            for (int n = 0; n < outputs; n++) {
                double sum = start[startFrom + n];
                double size = Math.abs(sum);
                for (int k = 0; k < inputs; k++) {
                    double term = (double) a.get(row, k) * w[wFrom + panels.index(k, n)];
                    sum += term;
                    size += Math.abs(term);
                }
                KernelCases.assertNear(
                        c.get(row, n),
                        rectify ? Math.max(0, sum) : sum,
                        rounding(inputs, size),
                        "row %d, output %d of %d rows, %s",
                        row,
                        n,
                        rows,
                        panels);
            }
        }
        c.assertFilledWithZeros();
        c.assertChangedFrom(before);
    }

    private static void outer(Kernels kernels, int rows, int inputs, int outputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = kernels.width();
        Panels panels = new Panels(inputs, outputs, width);
        boolean fresh = random.nextBoolean();
        Block a = Block.random(rows, inputs, width, random.nextInt(20), random).filledWith(7);
        Block d = Block.random(rows, outputs, width, random.nextInt(20), random);
        int gFrom = random.nextInt(20);
        float[] g = weights(panels, gFrom, random);
        float[] before = g.clone();

        kernels.outer(rows, a.values(), a.from(), d.values(), d.from(), panels, fresh, g, gFrom);

        for (int k = 0; k < inputs; k++) {
            for (int n = 0; n < outputs; n++) {
                int place = gFrom + panels.index(k, n);
                double sum = fresh ? 0 : before[place];
                double size = Math.abs(sum);
                for (int row = 0; row < rows; row++) {
                    double term = (double) a.get(row, k) * d.get(row, n);
                    sum += term;
                    size += Math.abs(term);
                }
                KernelCases.assertNear(
                        g[place], sum, rounding(rows, size), "input %d, output %d of %d rows, %s", k, n, rows, panels);
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
            for (int columns : new int[] {1, 8, 17, 64, 70}) {
                Block d = Block.random(rows, columns, kernels.width(), 3, random);
                for (boolean fresh : new boolean[] {true, false}) {
                    float[] sums = KernelCases.numbers(5 + d.filled() + 2, random);
                    float[] before = sums.clone();

                    kernels.columnSums(rows, d.filled(), d.values(), 3, fresh, sums, 5);

                    for (int j = 0; j < d.filled(); j++) {
                        double sum = fresh ? 0 : before[5 + j];
                        double size = Math.abs(sum);
                        for (int row = 0; row < rows; row++) {
                            sum += d.get(row, j);
                            size += Math.abs(d.get(row, j));
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
        for (int rows : ROWS) {
            Block x = Block.random(rows, 37, kernels.width(), 7, random);
            Block y = Block.random(rows, 37, kernels.width(), 4, random);
            Block before = y.copy();

            kernels.add(rows, x.filled(), x.values(), 7, y.values(), 4);

            float[] expected = before.matrix();
            for (int i = 0; i < expected.length; i++) {
                expected[i] += x.matrix()[i];
            }
            KernelCases.assertSame(y.matrix(), expected);
            y.assertFilledWithZeros();
            y.assertChangedFrom(before);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void gatherPartsInTheirOrder(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int from = kernels.width();
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
            for (int output = panels.outputs(); output < panels.columns(); output++) {
                weights[from + panels.index(input, output)] = 0;
            }
        }
        return weights;
    }
}
