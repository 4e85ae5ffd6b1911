package org.muonframework.physics;

import static java.lang.Math.PI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KinematicsTest {

    @Test
    @DisplayName("two muons of 45 and 40 GeV, 0.8 in eta and 3.0 in phi apart, weigh 91.5355 GeV")
    void massOfAColliderPair() {
        assertThat(Kinematics.mass(45, 0.3, 0, 40, -0.5, 3.0)).isCloseTo(91.5355, within(1e-4));
        assertThat(Kinematics.mass(45, 0.3, 0, Constants.MUON_MASS, 40, -0.5, 3.0, Constants.MUON_MASS))
                .isCloseTo(91.535695, within(1e-6));
    }

    @Test
    @DisplayName("a squared mass below zero is 0 within rounding and NaN beyond it")
    void clamp() {
        assertThat(Kinematics.mass(0, 0, 10, 10)).isZero();
        assertThat(Kinematics.mass(0, 0, 1, Math.sqrt(1 - 0.9e-9))).isZero();
        assertThat(Kinematics.mass(0, 0, 1, Math.sqrt(1 - 1.1e-9))).isNaN();
        assertThat(Kinematics.mass(0, 0, 2, 1)).isNaN();
        assertThat(Kinematics.mass(0, 0, 0, Double.NaN)).isNaN();
        assertThat(Kinematics.mass(0, 0, 4, 5)).isEqualTo(3);
    }

    @Test
    @DisplayName("a close pair keeps its digits: cosh − cos would cancel to nothing")
    void closePair() {
        assertThat(Kinematics.mass(10, 1, 2, 10, 1 + 1e-9, 2)).isCloseTo(1e-8, within(1e-14));
    }

    @Test
    @DisplayName("a difference of azimuths lies in (−π, π], the upper edge included")
    void deltaPhiAtItsEdges() {
        assertThat(Kinematics.deltaPhi(PI, 0)).isEqualTo(PI);
        assertThat(Kinematics.deltaPhi(-PI, 0)).isEqualTo(PI);
        assertThat(Kinematics.deltaPhi(3, -3)).isCloseTo(6 - 2 * PI, within(1e-15));
        assertThat(Kinematics.deltaPhi(-3, 3)).isCloseTo(2 * PI - 6, within(1e-15));
        assertThat(Kinematics.deltaPhi(0.25, 0.5)).isEqualTo(-0.25);
    }

    @Property
    void deltaPhiIsTheSameAngleWithinOneTurn(
            @ForAll @DoubleRange(min = -50, max = 50) double phi1,
            @ForAll @DoubleRange(min = -50, max = 50) double phi2) {
        double difference = Kinematics.deltaPhi(phi1, phi2);
        assertThat(difference).isGreaterThan(-PI).isLessThanOrEqualTo(PI);
        assertThat(Math.cos(difference)).isCloseTo(Math.cos(phi1 - phi2), within(1e-12));
        assertThat(Math.sin(difference)).isCloseTo(Math.sin(phi1 - phi2), within(1e-12));
    }

    @Test
    void deltaRAddsBothDistancesInSquares() {
        assertThat(Kinematics.deltaR(1, 3, -2, 3 - 2 * PI + 4)).isCloseTo(Math.hypot(3, 2 * PI - 4), within(1e-12));
        assertThat(Kinematics.deltaR(0, 3.1, 0, -3.1)).isCloseTo(2 * PI - 6.2, within(1e-12));
    }

    @Test
    void pseudorapidityIsAccurateFromTheTransversePlaneToTheBeam() {
        assertThat(Kinematics.pseudorapidity(3, 4, 0)).isZero();
        assertThat(Kinematics.pseudorapidity(3, 4, 1e-12)).isCloseTo(2e-13, within(1e-27));
        assertThat(Kinematics.pseudorapidity(0, 1, Math.sinh(2.4))).isCloseTo(2.4, within(1e-14));
        assertThat(Kinematics.pseudorapidity(1, 0, -Math.sinh(30))).isCloseTo(-30, within(1e-12));
        assertThat(Kinematics.pseudorapidity(0, 0, 5)).isInfinite().isPositive();
        assertThat(Kinematics.pseudorapidity(0, 0, -5)).isInfinite().isNegative();
        assertThat(Kinematics.pseudorapidity(0, 0, 0)).isNaN();
    }

    @Property
    void theTwoFormsOfTheMassAgreeWithTheFourVectors(
            @ForAll @DoubleRange(min = 1, max = 200) double pt1,
            @ForAll @DoubleRange(min = 1, max = 200) double pt2,
            @ForAll @DoubleRange(min = -3, max = 3) double eta1,
            @ForAll @DoubleRange(min = -3, max = 3) double eta2,
            @ForAll @DoubleRange(min = -3, max = 3) double phi1,
            @ForAll @DoubleRange(min = 0.1, max = 5) double mass) {
        FourVectors first = FourVectors.ofPtEtaPhi(new double[] {pt1}, new double[] {eta1}, new double[] {phi1}, mass);
        FourVectors second = FourVectors.ofPtEtaPhi(new double[] {pt2}, new double[] {eta2}, new double[] {0}, mass);
        FourVectors pair = FourVectors.sum(first, second);
        double energy = pair.e()[0];
        double expected = pair.mass()[0];
        double actual = Kinematics.mass(pt1, eta1, phi1, mass, pt2, eta2, 0, mass);
        assertThat(actual * actual).isCloseTo(expected * expected, within(1e-12 * energy * energy));
        double massless = Kinematics.mass(pt1, eta1, phi1, pt2, eta2, 0);
        assertThat(Kinematics.mass(pt1, eta1, phi1, 0, pt2, eta2, 0, 0)).isCloseTo(massless, within(1e-6 * energy));
        assertThat(actual).isGreaterThanOrEqualTo(massless);
    }
}
