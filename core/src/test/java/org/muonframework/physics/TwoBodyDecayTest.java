package org.muonframework.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TwoBodyDecayTest {

    @Property
    @Label("four-momentum is conserved, and each product has its mass and its direction")
    void conservation(
            @ForAll @DoubleRange(min = 0.5, max = 200) double mass,
            @ForAll @DoubleRange(min = 0, max = 100) double pt,
            @ForAll @DoubleRange(min = -4, max = 4) double rapidity,
            @ForAll @DoubleRange(min = -1, max = 1) double cosTheta,
            @ForAll @DoubleRange(min = -3, max = 3) double phi) {
        FourVectors parent = FourVectors.ofPtRapidityPhi(
                new double[] {pt}, new double[] {rapidity}, new double[] {0.5}, new double[] {mass});
        TwoBodyDecay decay = TwoBodyDecay.of(
                parent, new double[] {cosTheta}, new double[] {phi}, Constants.MUON_MASS, 2 * Constants.MUON_MASS);
        FourVectors sum = FourVectors.sum(decay.first(), decay.second());
        double e = parent.e()[0];
        assertThat(sum.e()[0]).isCloseTo(e, within(1e-12 * e));
        assertThat(sum.px()[0]).isCloseTo(parent.px()[0], within(1e-12 * e));
        assertThat(sum.py()[0]).isCloseTo(parent.py()[0], within(1e-12 * e));
        assertThat(sum.pz()[0]).isCloseTo(parent.pz()[0], within(1e-12 * e));

        FourVectors rest = decay.first().inRestFrameOf(parent);
        double momentum = TwoBodyDecay.momentum(mass, Constants.MUON_MASS, 2 * Constants.MUON_MASS);
        double rounding = 1e-11 * e * e / mass;
        assertThat(rest.pz()[0]).isCloseTo(momentum * cosTheta, within(rounding));
        assertThat(rest.e()[0]).isCloseTo(Math.hypot(momentum, Constants.MUON_MASS), within(rounding));
    }

    @Test
    void momentumInTheRestFrame() {
        assertThat(TwoBodyDecay.momentum(125.25, 0, 0)).isEqualTo(62.625);
        assertThat(TwoBodyDecay.momentum(5, 4, 1)).isZero();
        assertThat(TwoBodyDecay.momentum(0.13957039, Constants.MUON_MASS, 0))
                .as("π → μν")
                .isCloseTo(0.0297920, within(1e-6));
    }

    @Test
    @DisplayName("each product has the mass that is asked for, row by row")
    void massesOfTheirOwn() {
        FourVectors parents = FourVectors.ofPtRapidityPhi(
                new double[] {10, 40}, new double[] {0.3, -2}, new double[] {1, 2}, new double[] {125.25, 91.19});
        double[] heavy = {91, 60};
        double[] light = {27, 12};
        TwoBodyDecay decay = TwoBodyDecay.of(parents, new double[] {0.2, -0.7}, new double[] {0.1, 3}, heavy, light);
        assertThat(decay.first().mass()).containsExactly(heavy, within(1e-9));
        assertThat(decay.second().mass()).containsExactly(light, within(1e-9));
        assertThat(FourVectors.sum(decay.first(), decay.second()).mass())
                .containsExactly(new double[] {125.25, 91.19}, within(1e-9));
    }

    @Test
    void aParentThatIsTooLightIsRefused() {
        assertThatThrownBy(() -> TwoBodyDecay.momentum(0.2, Constants.MUON_MASS, Constants.MUON_MASS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.2 GeV cannot decay");
    }
}
