package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.physics.MuonInJet;

@DisplayName("Kinematic functions")
class KinematicsTest {

    private static final double MUON = 0.1056583755;

    private static double value(String format, Object... arguments) {
        ColumnsDataset data = new ColumnsDataset().with("one", 1);
        return Expression.parse("one * " + String.format(Locale.ROOT, format, arguments), data.schema())
                .evaluate(data.batch())[0];
    }

    @ParameterizedTest(name = "deltaPhi({0}, {1}) = {2}")
    @DisplayName("deltaPhi lies in (−π, π]")
    @CsvSource({
        "1, 0.25, 0.75",
        "3, -3, -0.28318530717958623",
        "-3, 3, 0.28318530717958623",
        "3.141592653589793, 0, 3.141592653589793",
        "0, 3.141592653589793, 3.141592653589793",
        "9.42477796076938, 0, 3.141592653589793",
        "100, 0, -0.5309649148733797",
    })
    void deltaPhi(String first, String second, double expected) {
        assertThat(value("deltaPhi(%s, %s)", first, second)).isCloseTo(expected, within(1e-14));
    }

    @Test
    @DisplayName("deltaR crosses the seam at π")
    void deltaR() {
        assertThat(value("deltaR(0.5, 3.1, 0.1, -3.1)")).isCloseTo(Math.hypot(0.4, 2 * Math.PI - 6.2), within(1e-14));
    }

    @Test
    @DisplayName("a muon has a momentum across the axis of its jet and one along it")
    void muonInJet() {
        assertThat(value("ptRel(12, 0.4, 1.1, 40, 0.5, 1.3)"))
                .isEqualTo(MuonInJet.ptRel(12, 0.4, 1.1, 40, 0.5, 1.3))
                .isCloseTo(2.610573026076323, within(1e-12));
        assertThat(value("longitudinalFraction(12, 0.4, 1.1, 40, 0.5, 1.3)"))
                .isEqualTo(MuonInJet.longitudinalFraction(12, 0.4, 1.1, 40, 0.5, 1.3))
                .isCloseTo(0.2817309848984351, within(1e-13));
    }

    @Test
    @DisplayName("the mass of two muons from pt, eta, phi")
    void massOfMuons() {
        assertThat(value("massPtEtaPhiM(45, 0.3, 3.0, 0, 40, -0.5, 0, 0)"))
                .isCloseTo(91.5355, within(5e-5))
                .isCloseTo(Math.sqrt(2 * 45 * 40 * (Math.cosh(0.8) - Math.cos(3))), within(1e-12));
        assertThat(value("mass(45, 0.3, 3.0, 40, -0.5, 0)")).isCloseTo(91.5357, within(5e-5));
        assertThat(value("massPtEtaPhiM(45, 0.3, 3.0, %s, 40, -0.5, 0, %s)", MUON, MUON))
                .isCloseTo(value("mass(45, 0.3, 3.0, 40, -0.5, 0)"), within(1e-12));
    }

    @Test
    @DisplayName("the mass of any number of particles from E, px, py, pz")
    void massOfFourVectors() {
        double e1 = Math.sqrt(4 + 1 + 1600 + MUON * MUON);
        double e2 = Math.sqrt(2.25 + 0.25 + 1225 + MUON * MUON);
        assertThat(value("mass(%.17g, 2, 1, 40, %.17g, -1.5, -0.5, 35)", e1, e2))
                .isCloseTo(3.77844, within(5e-6));
        assertThat(value("mass(1, 0, 0, 1, 1, 0, 0, -1, 3, 0, 0, 0)")).isEqualTo(5);
        assertThat(value("massPtEtaPhiM(3, 0, 0, 4, 3, 0, %s, 4, 0, 0, 0, 2)", Math.PI))
                .isCloseTo(12, within(1e-12));
    }

    @Test
    @DisplayName("rounding below zero gives mass 0, real nonsense gives NaN")
    void belowZero() {
        assertThat(value("mass(1, 0, 0, 1, 2, 0, 0, 2.000000001)")).isZero();
        assertThat(value("mass(1, 0, 0, 1, 2, 0, 0, 3)")).isNaN();
    }

    @ParameterizedTest(name = "Δη = {0}, Δφ = {1}")
    @DisplayName("nearly parallel muons keep their digits")
    @CsvSource({"0, 0", "1e-3, 0", "0, 1e-4", "1e-5, 2e-5", "0.01, -0.02", "0.7, 0.9"})
    void nearlyParallel(double deltaEta, double deltaPhi) {
        double pt1 = 30;
        double pt2 = 25;
        double eta = 2.2;
        Offset<Double> precise = within(1e-12);
        double p1 = pt1 * Math.cosh(eta + deltaEta);
        double p2 = pt2 * Math.cosh(eta);
        double opening = 2 * Math.pow(Math.sinh(deltaEta / 2), 2) + 2 * Math.pow(Math.sin(deltaPhi / 2), 2);
        double expected = 2 * MUON * MUON + 2 * energiesMinusMomenta(p1, p2) + 2 * pt1 * pt2 * opening;

        double mass = value("mass(%s, %.17g, %s, %s, %s, 0)", pt1, eta + deltaEta, deltaPhi, pt2, eta);

        assertThat(mass).isCloseTo(Math.sqrt(expected), precise).isGreaterThanOrEqualTo(2 * MUON);
    }

    /** E₁E₂ − p₁p₂ of two muons, to fifty digits. */
    private static double energiesMinusMomenta(double p1, double p2) {
        MathContext digits = new MathContext(50);
        BigDecimal m = new BigDecimal(MUON);
        BigDecimal e1 = new BigDecimal(p1).pow(2).add(m.pow(2)).sqrt(digits);
        BigDecimal e2 = new BigDecimal(p2).pow(2).add(m.pow(2)).sqrt(digits);
        return e1.multiply(e2)
                .subtract(new BigDecimal(p1).multiply(new BigDecimal(p2)))
                .doubleValue();
    }

    @Test
    @DisplayName("a wrong number of arguments is explained")
    void arguments() {
        assertThatThrownBy(() -> value("mass(1, 2, 3, 4)"))
                .hasMessageContaining("mass takes 6 arguments (pt, eta, phi of two muons) or 8, 12, 16, …");
        assertThatThrownBy(() -> value("massPtEtaPhiM(1, 2, 3, 4, 5, 6)"))
                .hasMessageContaining("massPtEtaPhiM takes 8, 12, 16, …");
    }
}
