package org.muonframework.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.physics.MuonInJet.longitudinalFraction;
import static org.muonframework.physics.MuonInJet.ptRel;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuonInJetTest {

    private static final Percentage DIGITS = Percentage.withPercentage(1e-11);

    /** Expected: vector and scalar product of the Cartesian momenta, in arithmetic of 50 digits (mpmath). */
    @ParameterizedTest(name = "({0}, {1}, {2}) in ({3}, {4}, {5})")
    @DisplayName("pT(rel) and z are those of the Cartesian momenta")
    @CsvSource({
        "12.0, 0.4, 1.1, 40.0, 0.5, 1.3, 2.610573026076323, 0.2817309848984351",
        "6.5, -2.1, 3.1, 31.0, -2.3, -3.1, 1.278493222643184, 0.1723151957336705",
        "5.0, 1.0, 2.0, 50.0, 1.000000001, 2.0, 5.000000411797869e-9, 0.09999999992384058",
        "5.0, 1.0, 2.0, 50.0, 1.0, 2.000000001, 5.000000413701855e-9, 0.1",
        "4.0, 2.4, -3.0, 25.0, -2.4, 0.2, 0.2335929534996092, -0.1599911645446617",
        "300.0, 5.5, 0.1, 2000.0, 5.501, 0.1003, 0.3130526469046685, 0.1498500799699726"
    })
    void goldens(
            double pt, double eta, double phi, double jetPt, double jetEta, double jetPhi, double ptRel, double z) {
        assertThat(ptRel(pt, eta, phi, jetPt, jetEta, jetPhi)).isCloseTo(ptRel, DIGITS);
        assertThat(longitudinalFraction(pt, eta, phi, jetPt, jetEta, jetPhi)).isCloseTo(z, DIGITS);
    }

    @Test
    @DisplayName("a muon along the axis has no pT(rel); a jet that is its muon has z = 1")
    void collinear() {
        assertThat(ptRel(7, -1.3, 3, 60, -1.3, 3)).isZero();
        assertThat(longitudinalFraction(7, -1.3, 3, 7, -1.3, 3)).isCloseTo(1, within(1e-15));
        assertThat(longitudinalFraction(15, 2.5, -3, 60, 2.5, -3)).isCloseTo(0.25, within(1e-15));
        assertThat(ptRel(10, 0, 0, 40, 0, Math.PI)).as("back to back").isCloseTo(0, within(1e-14));
        assertThat(longitudinalFraction(10, 0, 0, 40, 0, Math.PI)).isCloseTo(-0.25, within(1e-15));
        assertThat(ptRel(10, 0, 0, 40, 0, Math.PI / 2)).as("across").isEqualTo(10);
    }

    @Test
    @DisplayName("a jet without momentum has no axis")
    void noAxis() {
        assertThat(ptRel(10, 0, 0, 0, 0, 0)).isNaN();
        assertThat(longitudinalFraction(10, 0, 0, 0, 0, 0)).isNaN();
        assertThat(ptRel(10, 0, 0, Double.NaN, 0, 0)).isNaN();
        assertThat(ptRel(10, 0, Double.NaN, 30, 0, 0)).isNaN();
    }

    @Property
    void theMomentumHasAPartAlongTheAxisAndOneAcross(
            @ForAll @DoubleRange(min = 0.1, max = 500) double pt,
            @ForAll @DoubleRange(min = -4, max = 4) double eta,
            @ForAll @DoubleRange(min = -4, max = 4) double phi,
            @ForAll @DoubleRange(min = 1, max = 2000) double jetPt,
            @ForAll @DoubleRange(min = -4, max = 4) double jetEta,
            @ForAll @DoubleRange(min = -4, max = 4) double jetPhi) {
        double p = pt * Math.cosh(eta);
        double across = ptRel(pt, eta, phi, jetPt, jetEta, jetPhi);
        double along = longitudinalFraction(pt, eta, phi, jetPt, jetEta, jetPhi) * jetPt * Math.cosh(jetEta);
        assertThat(across * across + along * along).isCloseTo(p * p, within(1e-12 * p * p));
        assertThat(across).isBetween(0.0, p * (1 + 1e-14));
    }

    @Property
    void nothingChangesWhenTheEventIsTurnedAboutTheBeam(
            @ForAll @DoubleRange(min = -2.5, max = 2.5) double eta,
            @ForAll @DoubleRange(min = -3, max = 3) double phi,
            @ForAll @DoubleRange(min = -2.5, max = 2.5) double jetEta,
            @ForAll @DoubleRange(min = -3, max = 3) double jetPhi,
            @ForAll @DoubleRange(min = -7, max = 7) double turn) {
        double p = 9 * Math.cosh(eta);
        assertThat(ptRel(9, eta, phi + turn, 40, jetEta, jetPhi + turn))
                .isCloseTo(ptRel(9, eta, phi, 40, jetEta, jetPhi), within(1e-14 * p));
        assertThat(longitudinalFraction(9, eta, phi + turn, 40, jetEta, jetPhi + turn))
                .isCloseTo(longitudinalFraction(9, eta, phi, 40, jetEta, jetPhi), within(1e-14 * p));
    }
}
