package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What batch normalisation is made of, against loops in double precision. */
class NormalisationKernelsTest {

    private static final int[] ROWS = {1, 2, 7, 8, 63, 64};
    private static final int[] COLUMNS = {1, 8, 15, 33, 70};
    private static final int FROM = 6;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void takeMomentsAboutCentres(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                Block x = Block.random(rows, columns, kernels.width(), FROM, random);
                float[] centres = KernelCases.numbers(x.filled(), random);
                for (boolean fresh : new boolean[] {true, false}) {
                    float[] sums = KernelCases.numbers(FROM + x.filled() + 3, random);
                    float[] squares = KernelCases.numbers(FROM + x.filled() + 3, random);
                    float[] sumsBefore = sums.clone();
                    float[] squaresBefore = squares.clone();

                    kernels.moments(rows, x.filled(), x.values(), FROM, centres, fresh, sums, squares, FROM);

                    for (int j = 0; j < x.filled(); j++) {
                        double sum = fresh ? 0 : sumsBefore[FROM + j];
                        double square = fresh ? 0 : squaresBefore[FROM + j];
                        for (int row = 0; row < rows; row++) {
                            double difference = (double) x.get(row, j) - centres[j];
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
        int rows = Panels.ROWS;
        int columns = 3 * kernels.width();
        float[] numbers = KernelCases.numbers(rows * columns, new SplittableRandom(1));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += 1e4f;
        }
        Block x = Block.of(rows, columns, numbers, kernels.width(), 0);
        float[] centres = Arrays.copyOf(numbers, columns);
        float[] sums = new float[columns];
        float[] squares = new float[columns];
        float[] mean = new float[columns];
        float[] scale = new float[columns];

        kernels.moments(rows, columns, x.values(), 0, centres, true, sums, squares, 0);

        for (int j = 0; j < columns; j++) {
            double difference = sums[j] / (double) rows;
            double variance = squares[j] / (double) rows - difference * difference;
            mean[j] = (float) (centres[j] + difference);
            scale[j] = (float) (1 / Math.sqrt(variance));
            KernelCases.assertNear(variance, variance(x, j), 1e-4 * variance, "variance %d", j);
        }
        Block y = Block.empty(rows, columns, kernels.width(), 0);
        kernels.normalise(rows, columns, x.values(), 0, y.values(), 0, mean, scale, new float[columns]);
        for (int j = 0; j < columns; j++) {
            KernelCases.assertNear(variance(y, j), 1, 1e-4, "normalised variance %d", j);
        }
    }

    private static double variance(Block block, int column) {
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            sum += block.get(row, column);
        }
        double squares = 0;
        for (int row = 0; row < block.rows(); row++) {
            squares += Math.pow(block.get(row, column) - sum / block.rows(), 2);
        }
        return squares / block.rows();
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void normaliseInPlaceOrNot(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int width = kernels.width();
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                Block x = Block.random(rows, columns, width, FROM, random);
                Block y = Block.empty(rows, columns, width, 3);
                float[] mean = KernelCases.row(columns, width, random);
                float[] scale = KernelCases.row(columns, width, random);
                float[] shift = KernelCases.row(columns, width, random);
                Block before = y.copy();

                kernels.normalise(rows, x.filled(), x.values(), FROM, y.values(), 3, mean, scale, shift);

                for (int row = 0; row < rows; row++) {
                    for (int j = 0; j < columns; j++) {
                        double value = ((double) x.get(row, j) - mean[j]) * scale[j] + shift[j];
                        KernelCases.assertNear(
                                y.get(row, j), value, 24 * KernelCases.ROUNDING, "row %d, column %d", row, j);
                    }
                }
                y.assertFilledWithZeros();
                y.assertChangedFrom(before);
                kernels.normalise(rows, x.filled(), x.values(), FROM, x.values(), FROM, mean, scale, shift);
                KernelCases.assertSame(x.matrix(), y.matrix());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void goBackThroughANormalisation(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        int width = kernels.width();
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                Block x = Block.random(rows, columns, width, FROM, random);
                Block d = Block.random(rows, columns, width, 2, random);
                float[] mean = KernelCases.row(columns, width, random);
                float[] scale = KernelCases.row(columns, width, random);
                float[] slope = KernelCases.row(columns, width, random);
                float[] offset = KernelCases.row(columns, width, random);
                for (boolean fresh : new boolean[] {true, false}) {
                    sums(kernels, d, x, mean, fresh, random);
                }
                Block before = d.copy();

                kernels.normaliseBack(rows, d.filled(), d.values(), 2, x.values(), FROM, mean, scale, slope, offset);

                for (int row = 0; row < rows; row++) {
                    for (int j = 0; j < columns; j++) {
                        double value = (double) before.get(row, j) * scale[j]
                                + ((double) x.get(row, j) - mean[j]) * slope[j]
                                + offset[j];
                        KernelCases.assertNear(
                                d.get(row, j), value, 40 * KernelCases.ROUNDING, "row %d, column %d", row, j);
                    }
                }
                d.assertFilledWithZeros();
                d.assertChangedFrom(before);
            }
        }
    }

    private static void sums(Kernels kernels, Block d, Block x, float[] mean, boolean fresh, SplittableRandom random) {
        int rows = d.rows();
        float[] sums = KernelCases.numbers(FROM + d.filled(), random);
        float[] products = KernelCases.numbers(FROM + d.filled(), random);
        float[] sumsBefore = sums.clone();
        float[] productsBefore = products.clone();

        kernels.normaliseSums(rows, d.filled(), d.values(), 2, x.values(), FROM, mean, fresh, sums, products, FROM);

        for (int j = 0; j < d.filled(); j++) {
            double sum = fresh ? 0 : sumsBefore[FROM + j];
            double product = fresh ? 0 : productsBefore[FROM + j];
            for (int row = 0; row < rows; row++) {
                double gradient = d.get(row, j);
                sum += gradient;
                product += gradient * ((double) x.get(row, j) - mean[j]);
            }
            double rounding = (rows + 3) * KernelCases.ROUNDING * (rows + 1);
            KernelCases.assertNear(sums[FROM + j], sum, 2 * rounding, "sum %d", j);
            KernelCases.assertNear(products[FROM + j], product, 8 * rounding, "product %d", j);
        }
    }
}
