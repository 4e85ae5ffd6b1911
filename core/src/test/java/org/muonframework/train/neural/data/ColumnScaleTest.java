package org.muonframework.train.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scale of a column")
class ColumnScaleTest {

    @Test
    @DisplayName("is the mean and the standard deviation of the rows as a population, of 2 4 4 4 5 5 7 9: 5 and 2")
    void isThatOfThePopulation() {
        ColumnScale scale = fit(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(scale).isEqualTo(new ColumnScale(5, 2));
        assertThat(scale.apply(9)).isEqualTo(2);
        assertThat(scale.invert(2)).isEqualTo(9);
    }

    @Test
    void countsARowByItsWeight() {
        ColumnScale weighted = ColumnScale.fit(new float[] {1, 5, 6}, new float[] {3, 0, 1});
        ColumnScale repeated = fit(1, 1, 1, 6);
        assertThat(weighted.mean()).isCloseTo(repeated.mean(), within(1e-12));
        assertThat(weighted.deviation()).isCloseTo(repeated.deviation(), within(1e-12));
    }

    @Test
    void onlyShiftsAConstantColumn() {
        for (float constant : new float[] {0, 0.1f, -7e8f}) {
            ColumnScale scale = fit(constant, constant, constant);
            assertThat(scale.deviation()).isEqualTo(1);
            assertThat(scale.apply(constant)).isCloseTo(0, within(1e-6f));
        }
        assertThat(fit(3, 3).apply(5)).isEqualTo(2);
    }

    @Test
    void isThatOfSmallDifferencesFarFromZero() {
        ColumnScale scale = fit(1_000_000, 1_000_001);
        assertThat(scale).isEqualTo(new ColumnScale(1_000_000.5, 0.5));
    }

    private static ColumnScale fit(float... column) {
        float[] weights = new float[column.length];
        Arrays.fill(weights, 1);
        return ColumnScale.fit(column, weights);
    }
}
