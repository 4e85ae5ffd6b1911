package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.train.neural.data.DropoutMask;

class DropoutKernelsTest {

    private static final double[] RATES = {0, 0.3, 0.999};
    private static final int[] WIDTHS = {1, 7, 8, 16, 33, 70};
    private static final int MINUS_ZERO = Integer.MIN_VALUE;
    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    @ParameterizedTest
    @MethodSource(KERNELS)
    void dropWhatTheMaskSaysForwardAndBack(Kernels kernels) {
        SplittableRandom random = new SplittableRandom(1);
        for (double rate : RATES) {
            for (int width : WIDTHS) {
                int rows = 1 + random.nextInt(65);
                int firstRow = random.nextInt(3000);
                int stride = Panels.stride(width, kernels.lanes());
                DropoutMask mask = DropoutMask.of(new RandomStreams(4), 1, width, 3, rate);
                float factor = (float) (1 / (1 - rate));
                float[] x = KernelCases.block(rows, width, stride, 6, random);
                x[6] = -0.0f;
                float[] y = x.clone();
                float[] d = KernelCases.block(rows, width, stride, 2, random);
                float[] back = d.clone();

                kernels.drop(rows, y, 6, stride, width, firstRow, mask, factor);
                kernels.dropBack(rows * stride, y, 6, back, 2, factor);

                for (int row = 0; row < rows; row++) {
                    for (int j = 0; j < width; j++) {
                        int place = row * stride + j;
                        boolean dropped = mask.drops((firstRow + row) * width + j);
                        boolean isMinusZero = Float.floatToRawIntBits(y[6 + place]) == MINUS_ZERO;
                        assertThat(isMinusZero).isEqualTo(dropped);
                        KernelCases.assertNear(
                                y[6 + place], dropped ? 0 : x[6 + place] * factor, 0, "row %d, column %d", row, j);
                        KernelCases.assertNear(
                                back[2 + place], dropped ? 0 : d[2 + place] * factor, 0, "row %d, column %d", row, j);
                    }
                    for (int j = width; j < stride; j++) {
                        KernelCases.assertNear(y[6 + row * stride + j], 0, 0, "behind the last column");
                        KernelCases.assertNear(back[2 + row * stride + j], 0, 0, "behind the last column");
                    }
                }
                for (int i = 0; i < 6; i++) {
                    assertThat(y[i]).isEqualTo(x[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void letNotANumberPass(Kernels kernels) {
        float[] x = new float[kernels.lanes()];
        x[1] = Float.NaN;

        kernels.drop(1, x, 0, x.length, x.length, 0, new DropoutMask(1, 2, 0), 1);

        assertThat(x[1]).isNaN();
    }
}
