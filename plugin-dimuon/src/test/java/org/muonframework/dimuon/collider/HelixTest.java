package org.muonframework.dimuon.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.figure.Shape;

@DisplayName("A particle in the field of a solenoid")
class HelixTest {

    /** Speed of light in m/ns: dp/dt = 0.2998 q v × B with p in GeV, B in T, v in units of c and t in m/c. */
    private static final double C = 0.299792458;

    @Test
    @DisplayName("of 10 GeV in 3.8 T turns on a radius of 8.778 m, which is pT / (0.3 B)")
    void radius() {
        Helix helix = new Helix(new Lepton(false, 1, 10, 0.5, 0), 3.8);

        assertThat(helix.radius()).isCloseTo(8.7780, within(1e-3)).isCloseTo(10 / (0.3 * 3.8), within(0.01));
    }

    @Test
    @DisplayName("turns clockwise seen against the field if it is positive")
    void side() {
        Lepton positive = new Lepton(false, 1, 10, 0, 0);
        Lepton negative = new Lepton(false, -1, 10, 0, 0);

        assertThat(new Helix(positive, 3.8).at(1)[1]).isNegative();
        assertThat(new Helix(negative, 3.8).at(1)[1]).isPositive();
        assertThat(new Helix(negative, -3.8).at(1)[1]).isNegative();
        assertThat(new Helix(positive, 0).at(1)).containsExactly(1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, -2.4, 0.3", "1, 0, -3.1", "2.5, 1.1, 3.1", "20, 2.4, 1", "100, -0.7, -1.6"})
    @DisplayName("goes where the Lorentz force takes it, integrated step by step")
    void force(double pt, double eta, double phi) {
        Lepton lepton = new Lepton(false, -1, pt, eta, phi);
        double field = 3.8;
        double[] at = new double[3];
        double[] p = {lepton.px(), lepton.py(), lepton.pz()};
        double momentum = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        int steps = 20_000;
        double way = 2;
        double dt = way * momentum / pt / steps;
        for (int i = 0; i < steps; i++) {
            double middleX = p[0] + dt / 2 * C * lepton.charge() * field * p[1] / momentum;
            double middleY = p[1] - dt / 2 * C * lepton.charge() * field * p[0] / momentum;
            at[0] += dt * middleX / momentum;
            at[1] += dt * middleY / momentum;
            at[2] += dt * p[2] / momentum;
            p[0] += dt * C * lepton.charge() * field * middleY / momentum;
            p[1] -= dt * C * lepton.charge() * field * middleX / momentum;
        }

        assertThat(new Helix(lepton, field).at(way)).containsExactly(at, within(1e-6));
    }

    @Test
    @DisplayName("is drawn to the side of the solenoid on the helix and on, without a kink, to that of the detector")
    void line() {
        Lepton lepton = new Lepton(false, 1, 20, 0.3, 1.1);
        Helix helix = new Helix(lepton, 3.8);
        Shape.Line line = helix.line(Detector.CMS);
        int last = line.x().length - 1;

        assertThat(Math.hypot(line.x()[last - 1], line.y()[last - 1])).isCloseTo(3, within(1e-9));
        assertThat(Math.hypot(line.x()[last], line.y()[last])).isCloseTo(7.3, within(1e-9));
        double outside = Math.atan2(line.y()[last] - line.y()[last - 1], line.x()[last] - line.x()[last - 1]);
        assertThat(outside).isCloseTo(helix.direction(helix.wayOut(3, 6.25)), within(1e-9));
    }

    @Test
    @DisplayName("leaves through the end of the detector if it is flat, and an electron stops at the calorimeter")
    void ends() {
        Shape.Line flat = new Helix(new Lepton(false, 1, 20, 2.3, 0), 3.8).line(Detector.CMS);
        Shape.Line electron = new Helix(new Lepton(true, 1, 20, 0.2, 0), 3.8).line(Detector.CMS);

        assertThat(flat.z()[flat.z().length - 1]).isCloseTo(10.8, within(1e-9));
        assertThat(Math.hypot(electron.x()[electron.x().length - 1], electron.y()[electron.y().length - 1]))
                .isCloseTo(1.29, within(1e-9));
    }

    @Test
    @DisplayName("that never leaves the solenoid is drawn for one turn")
    void loop() {
        Helix helix = new Helix(new Lepton(false, 1, 1, 0.01, 0), 3.8);
        Shape.Line line = helix.line(Detector.CMS);
        int last = line.x().length - 1;

        assertThat(2 * helix.radius()).isLessThan(3);
        assertThat(Math.hypot(line.x()[last], line.y()[last])).isCloseTo(0, within(1e-9));
    }
}
