package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests put into a block comes out again. */
class BlockTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void givesBackTheMatrixThatWasPutIn(int width) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows = 1; rows <= Panels.ROWS; rows++) {
            for (int columns : new int[] {1, width - 1, width, width + 1, 3 * width - 2}) {
                float[] matrix = KernelCases.numbers(rows * columns, random);

                Block block = Block.of(rows, columns, matrix, width, rows % 7);

                assertThat(block.matrix()).isEqualTo(matrix);
                block.assertFilledWithZeros();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void hasNoNumbersAroundItsRows(int width) {
        int rows = 3;
        Block block = Block.random(rows, width + 1, width, 4, new SplittableRandom(1));

        int numbers = 0;
        for (float value : block.values()) {
            numbers += Float.isNaN(value) ? 0 : 1;
        }
        assertThat(numbers).isEqualTo(rows * 2 * width);
        assertThat(block.filledWith(7).get(2, width + 1)).isEqualTo(7);
        assertThat(block.filledWith(7).matrix()).isEqualTo(block.matrix());
    }
}
