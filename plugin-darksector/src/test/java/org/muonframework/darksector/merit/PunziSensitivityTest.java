package org.muonframework.darksector.merit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.darksector.merit.PunziSensitivity.CONFIDENCE_90;
import static org.muonframework.darksector.merit.PunziSensitivity.THREE_SIGMA;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Punzi's sensitivity has the values of the published code, and derivatives that agree with differences. */
class PunziSensitivityTest {

    @ParameterizedTest
    @CsvSource({"0, 0.1233284", "100, 1.8758800"})
    void hasTheValuesOfThePublishedCode(double background, double expected) {
        assertThat(PunziSensitivity.of(THREE_SIGMA, CONFIDENCE_90, background, 0.5, 50))
                .isCloseTo(expected, within(5e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.9", "1, 0.5", "100, 0.05", "1e6, 1e-4"})
    void hasDerivativesThatAgreeWithDifferences(double background, double efficiency) {
        double step = 1e-5;
        double byBackground = (of(background * (1 + step), efficiency) - of(background * (1 - step), efficiency))
                / (2 * step * background);
        double byEfficiency = (of(background, efficiency * (1 + step)) - of(background, efficiency * (1 - step)))
                / (2 * step * efficiency);
        assertThat(PunziSensitivity.byBackground(THREE_SIGMA, CONFIDENCE_90, background, efficiency, 50))
                .isCloseTo(byBackground, Percentage.withPercentage(1e-5));
        assertThat(PunziSensitivity.byEfficiency(THREE_SIGMA, CONFIDENCE_90, background, efficiency, 50))
                .isCloseTo(byEfficiency, Percentage.withPercentage(1e-5));
    }

    @Test
    void isInfiniteWithoutEfficiencyAndNaNForANegativeBackground() {
        assertThat(of(10, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(-1, 0.5)).isNaN();
    }

    private static double of(double background, double efficiency) {
        return PunziSensitivity.of(THREE_SIGMA, CONFIDENCE_90, background, efficiency, 50);
    }
}
