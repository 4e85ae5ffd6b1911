package org.muonframework.stats.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected limit of a counting experiment as a formula. */
class ApproximateLimitTest {

    @ParameterizedTest
    @CsvSource({"0, .9, 2.302585", "0, .95, 2.995732", "100, .9, 18.751121", "100, .95, 22.595372"})
    void isMinusTheLogarithmPlusTheQuantileTimesTheRoot(double background, double level, double expected) {
        assertThat(ApproximateLimit.median(background, 0, level)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 21", "10, 13", "100, 5", "1000, 2"})
    void isLargerThanTheExactMedianBySomePercent(double background, double percent) {
        double exact =
                PoissonLimit.of(background, 0, 0).upperLimit(0.9).expected().median();
        double ratio = ApproximateLimit.median(background, 0, 0.9) / exact;
        assertThat(100 * (ratio - 1)).isCloseTo(percent, within(0.5));
    }

    @Test
    void addsTheUncertaintyOfTheBackgroundInQuadrature() {
        assertThat(ApproximateLimit.median(64, 6, 0.9)).isEqualTo(ApproximateLimit.median(100, 0, 0.9));
    }

    @Test
    void refusesWhatIsNoExperiment() {
        assertThatThrownBy(() -> ApproximateLimit.median(-1, 0, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApproximateLimit.median(0, 1, 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApproximateLimit.median(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
