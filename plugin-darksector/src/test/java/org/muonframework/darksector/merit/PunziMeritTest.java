package org.muonframework.darksector.merit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Punzi's figure of merit. */
class PunziMeritTest {

    private static final double K = 1.64;

    @Test
    void hasItsGoldenValue() {
        assertThat(PunziMerit.of(0.5, 100, K)).isCloseTo(0.0429553, within(5e-8));
    }

    @Property
    void growsWithTheEfficiencyAndFallsWithTheBackground(
            @ForAll @DoubleRange(max = 0.9) double efficiency, @ForAll @DoubleRange(max = 1e6) double background) {
        double value = PunziMerit.of(efficiency, background, K);
        assertThat(PunziMerit.of(efficiency + 0.01, background, K)).isGreaterThan(value);
        assertThat(PunziMerit.of(efficiency + 0.01, background + 1, K))
                .isLessThan(PunziMerit.of(efficiency + 0.01, background, K));
    }

    @Property
    void isTheEfficiencyOverKWithoutBackground(@ForAll @DoubleRange(max = 1) double efficiency) {
        assertThat(PunziMerit.of(efficiency, 0, K)).isEqualTo(efficiency / K);
    }

    @Test
    void isNotANumberForANegativeBackground() {
        assertThat(PunziMerit.of(0.5, -1, K)).isNaN();
    }

    @Test
    void addsTheErrorsOfEfficiencyAndBackgroundInQuadrature() {
        Estimate efficiency = new Estimate(0.5, 0.49, 0.52);
        Estimate background = new Estimate(100, 80, 120);
        Estimate exact = new Estimate(100, Double.NaN, Double.NaN);
        Estimate merit = PunziMerit.estimate(efficiency, background, K);
        Estimate ofEfficiency = PunziMerit.estimate(efficiency, exact, K);
        assertThat(ofEfficiency.low()).isCloseTo(0.49 / 11.64, within(1e-12));
        assertThat(ofEfficiency.high()).isCloseTo(0.52 / 11.64, within(1e-12));
        double more = 0.5 / (K + Math.sqrt(120));
        assertThat(merit.value() - merit.low())
                .isCloseTo(Math.hypot(merit.value() - more, 0.01 / 11.64), within(1e-12));
    }
}
