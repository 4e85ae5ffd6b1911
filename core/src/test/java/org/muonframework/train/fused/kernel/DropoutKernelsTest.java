package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.train.neural.data.DropoutMask;

class DropoutKernelsTest {

    private static final double[] RATES = {0, 0.3, 0.999};
    private static final int[] COLUMNS = {1, 7, 8, 16, 33, 70};
    private static final int MINUS_ZERO = Integer.MIN_VALUE;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void dropWhatTheMaskSaysForwardAndBack(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (double rate : RATES) {
            for (int columns : COLUMNS) {
                int rows = 1 + random.nextInt(64);
                int firstRow = random.nextInt(3000);
                DropoutMask mask = DropoutMask.of(new RandomStreams(4), 1, columns, 3, rate);
                float factor = (float) (1 / (1 - rate));
                Block x = Block.random(rows, columns, kernels.width(), 6, random);
                x.values()[6] = -0.0f;
                Block y = x.copy();
                Block d = Block.random(rows, columns, kernels.width(), 2, random);
                Block back = d.copy();

                kernels.drop(rows, y.filled(), columns, y.values(), 6, firstRow, mask, factor);
                kernels.dropBack(rows, y.filled(), y.values(), 6, back.values(), 2, factor);

                for (int row = 0; row < rows; row++) {
                    for (int j = 0; j < columns; j++) {
                        boolean dropped = mask.drops((firstRow + row) * columns + j);
                        boolean isMinusZero = Float.floatToRawIntBits(y.get(row, j)) == MINUS_ZERO;
                        assertThat(isMinusZero).isEqualTo(dropped);
                        KernelCases.assertNear(
                                y.get(row, j), dropped ? 0 : x.get(row, j) * factor, 0, "row %d, column %d", row, j);
                        KernelCases.assertNear(
                                back.get(row, j), dropped ? 0 : d.get(row, j) * factor, 0, "row %d, column %d", row, j);
                    }
                }
                y.assertFilledWithZeros();
                y.assertChangedFrom(x);
                back.assertFilledWithZeros();
                back.assertChangedFrom(d);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void letNotANumberPass(Kernels kernels) {
        int width = kernels.width();
        Block x = Block.of(1, 2, new float[] {1, Float.NaN}, width, 0);

        kernels.drop(1, width, width, x.values(), 0, 0, new DropoutMask(1, 2, 0), 1);

        assertThat(x.matrix()).containsExactly(1, Float.NaN);
    }
}
