package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What batch normalisation is made of, against loops in double precision. */
class NormalisationKernelsTest {

    private static final int[] ROWS = {1, 2, 7, 8, 64, 65};
    private static final int[] WIDTHS = {1, 8, 15, 33, 70};
    private static final int FROM = 6;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void takeMomentsAboutCentres(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : ROWS) {
            for (int width : WIDTHS) {
                int stride = Panels.stride(width, kernels.lanes());
                float[] x = KernelCases.block(rows, width, stride, FROM, random);
                float[] centres = KernelCases.numbers(stride, random);
                for (boolean fresh : new boolean[] {true, false}) {
                    float[] sums = KernelCases.numbers(FROM + stride + 3, random);
                    float[] squares = KernelCases.numbers(FROM + stride + 3, random);
                    float[] sumsBefore = sums.clone();
                    float[] squaresBefore = squares.clone();

                    kernels.moments(rows, x, FROM, stride, centres, fresh, sums, squares, FROM);

                    for (int j = 0; j < stride; j++) {
                        double sum = fresh ? 0 : sumsBefore[FROM + j];
                        double square = fresh ? 0 : squaresBefore[FROM + j];
                        for (int row = 0; row < rows; row++) {
                            double difference = (double) x[FROM + row * stride + j] - centres[j];
                            sum += difference;
                            square += difference * difference;
                        }
                        double rounding = (rows + 3) * KernelCases.ROUNDING;
                        KernelCases.assertNear(sums[FROM + j], sum, rounding * 4 * (rows + 1), "sum %d", j);
                        KernelCases.assertNear(squares[FROM + j], square, rounding * 16 * (rows + 1), "square %d", j);
                        sumsBefore[FROM + j] = sums[FROM + j];
                        squaresBefore[FROM + j] = squares[FROM + j];
                    }
                    KernelCases.assertSame(sums, sumsBefore);
                    KernelCases.assertSame(squares, squaresBefore);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void keepTheVarianceFarFromZero(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int rows = 130;
        int stride = 3 * kernels.lanes();
        float[] x = KernelCases.block(rows, stride, stride, 0, random);
        for (int i = 0; i < x.length; i++) {
            x[i] += 1e4f;
        }
        float[] centres = new float[stride];
        System.arraycopy(x, 0, centres, 0, stride);
        float[] sums = new float[stride];
        float[] squares = new float[stride];
        float[] mean = new float[stride];
        float[] scale = new float[stride];

        kernels.moments(rows, x, 0, stride, centres, true, sums, squares, 0);

        for (int j = 0; j < stride; j++) {
            double difference = sums[j] / (double) rows;
            double variance = squares[j] / (double) rows - difference * difference;
            mean[j] = (float) (centres[j] + difference);
            scale[j] = (float) (1 / Math.sqrt(variance));
            KernelCases.assertNear(variance, variance(x, rows, stride, j), 1e-4 * variance, "variance %d", j);
        }
        float[] y = new float[rows * stride];
        kernels.normalise(rows, x, 0, y, 0, stride, mean, scale, new float[stride]);
        for (int j = 0; j < stride; j++) {
            KernelCases.assertNear(variance(y, rows, stride, j), 1, 1e-4, "normalised variance %d", j);
        }
    }

    private static double variance(float[] x, int rows, int stride, int column) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += x[row * stride + column];
        }
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            squares += Math.pow(x[row * stride + column] - sum / rows, 2);
        }
        return squares / rows;
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void normaliseInPlaceOrNot(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : ROWS) {
            for (int width : WIDTHS) {
                int stride = Panels.stride(width, kernels.lanes());
                float[] x = KernelCases.block(rows, width, stride, FROM, random);
                float[] y = KernelCases.numbers(3 + rows * stride + 2, random);
                float[] mean = KernelCases.block(1, width, stride, 0, random);
                float[] scale = KernelCases.block(1, width, stride, 0, random);
                float[] shift = KernelCases.block(1, width, stride, 0, random);
                float[] before = y.clone();

                kernels.normalise(rows, x, FROM, y, 3, stride, mean, scale, shift);

                for (int i = 0; i < rows * stride; i++) {
                    int j = i % stride;
                    double value = ((double) x[FROM + i] - mean[j]) * scale[j] + shift[j];
                    KernelCases.assertNear(y[3 + i], value, 24 * KernelCases.ROUNDING, "value %d", i);
                    if (j >= width) {
                        KernelCases.assertNear(y[3 + i], 0, 0, "behind the last column");
                    }
                    before[3 + i] = y[3 + i];
                }
                KernelCases.assertSame(y, before);
                kernels.normalise(rows, x, FROM, x, FROM, stride, mean, scale, shift);
                for (int i = 0; i < rows * stride; i++) {
                    KernelCases.assertNear(x[FROM + i], y[3 + i], 0, "value %d in place", i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void goBackThroughANormalisation(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : ROWS) {
            for (int width : WIDTHS) {
                int stride = Panels.stride(width, kernels.lanes());
                float[] x = KernelCases.block(rows, width, stride, FROM, random);
                float[] d = KernelCases.block(rows, width, stride, 2, random);
                float[] mean = KernelCases.block(1, width, stride, 0, random);
                float[] scale = KernelCases.block(1, width, stride, 0, random);
                float[] slope = KernelCases.block(1, width, stride, 0, random);
                float[] offset = KernelCases.block(1, width, stride, 0, random);
                for (boolean fresh : new boolean[] {true, false}) {
                    sums(kernels, rows, d, x, stride, mean, fresh, random);
                }
                float[] before = d.clone();

                kernels.normaliseBack(rows, d, 2, x, FROM, stride, mean, scale, slope, offset);

                for (int i = 0; i < rows * stride; i++) {
                    int j = i % stride;
                    double value =
                            (double) before[2 + i] * scale[j] + ((double) x[FROM + i] - mean[j]) * slope[j] + offset[j];
                    KernelCases.assertNear(d[2 + i], value, 40 * KernelCases.ROUNDING, "gradient %d", i);
                    if (j >= width) {
                        KernelCases.assertNear(d[2 + i], 0, 0, "behind the last column");
                    }
                    before[2 + i] = d[2 + i];
                }
                KernelCases.assertSame(d, before);
            }
        }
    }

    private static void sums(
            Kernels kernels,
            int rows,
            float[] d,
            float[] x,
            int stride,
            float[] mean,
            boolean fresh,
            SplittableRandom random) {
        float[] sums = KernelCases.numbers(FROM + stride, random);
        float[] products = KernelCases.numbers(FROM + stride, random);
        float[] sumsBefore = sums.clone();
        float[] productsBefore = products.clone();

        kernels.normaliseSums(rows, d, 2, x, FROM, stride, mean, fresh, sums, products, FROM);

        for (int j = 0; j < stride; j++) {
            double sum = fresh ? 0 : sumsBefore[FROM + j];
            double product = fresh ? 0 : productsBefore[FROM + j];
            for (int row = 0; row < rows; row++) {
                double gradient = d[2 + row * stride + j];
                sum += gradient;
                product += gradient * ((double) x[FROM + row * stride + j] - mean[j]);
            }
            double rounding = (rows + 3) * KernelCases.ROUNDING * (rows + 1);
            KernelCases.assertNear(sums[FROM + j], sum, 2 * rounding, "sum %d", j);
            KernelCases.assertNear(products[FROM + j], product, 8 * rounding, "product %d", j);
        }
    }
}
