package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest(name = "{0} with error {1} is written {2}")
    @CsvSource({
        "0.827,   0.119,   0.83 ± 0.12",
        "0.827,   0.367,   0.8 ± 0.4",
        "0.94123, 0.00119, 0.9412 ± 0.0012",
        "0.94123, 0.00955, 0.941 ± 0.010",
        "91187.6, 2.1,     91187.6 ± 2.1",
        "1234,    354,     1230 ± 350",
        "1234,    355,     1200 ± 400",
        "-0.5,    0.02,    −0.500 ± 0.020"
    })
    void theErrorDecidesTheDigitsAsInTheReviewOfParticlePhysics(double value, double error, String text) {
        assertThat(Rounding.value(value, error)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} between {1} and {2} is written {3}")
    @CsvSource({
        "1.25, 1.17, 1.37, 1.25 +0.12 −0.08",
        "1.25, 1.15, 1.35, 1.25 ± 0.10",
        "1,    0.97, 1,    1.000 +0.000 −0.030",
        "0.5,  NaN,  NaN,  0.5"
    })
    void anIntervalIsWrittenWithBothSides(double value, double low, double high, String text) {
        assertThat(Rounding.interval(value, low, high)).isEqualTo(text);
    }

    @Test
    void aValueAloneHasFourDigitsAndWholeNumbersAllOfThem() {
        assertThat(Rounding.value(0.941238)).isEqualTo("0.9412");
        assertThat(Rounding.value(12400)).isEqualTo("12400");
        assertThat(Rounding.value(-3)).isEqualTo("−3");
        assertThat(Rounding.value(0)).isEqualTo("0");
        assertThat(Rounding.value(Double.NaN)).isEqualTo("—");
        assertThat(Rounding.value(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void veryLargeAndVerySmallNumbersGetAPowerOfTen() {
        assertThat(Rounding.value(1.23456e-7)).isEqualTo("1.235 × 10^{−7}");
        assertThat(Rounding.value(2.34567e9, 1.2e7)).isEqualTo("(2.346 ± 0.012) × 10^{9}");
    }

    @Property
    void anyNumbersAreWrittenAndNeverAtGreatLength(@ForAll double value, @ForAll double first, @ForAll double second) {
        assertThat(Rounding.value(value)).hasSizeBetween(1, 30);
        assertThat(Rounding.value(value, first)).isNotEmpty();
        assertThat(Rounding.interval(value, first, second)).isNotEmpty();
    }

    @Test
    void aValueAloneCanEndWhereItsUncertaintyWould() {
        assertThat(Rounding.endingLike(-0.029731, 0.0064)).isEqualTo("−0.030");
        assertThat(Rounding.endingLike(0, 0.0098)).isEqualTo("0.000");
        assertThat(Rounding.endingLike(-0.029731, Double.NaN)).isEqualTo("−0.02973");
        assertThat(Rounding.endingLike(Double.NaN, 1)).isEqualTo("—");
    }
}
