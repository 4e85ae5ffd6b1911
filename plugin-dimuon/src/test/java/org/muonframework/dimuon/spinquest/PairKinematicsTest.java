package org.muonframework.dimuon.spinquest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.physics.Constants;

@DisplayName("The pair of μ⁺ (2, 1, 40) and μ⁻ (−1.5, −0.5, 35)")
class PairKinematicsTest {

    private static final Offset<Double> DIGITS = within(1e-4);
    private static final double[] PLUS = {2, 1, 40};
    private static final double[] MINUS = {-1.5, -0.5, 35};

    private final PairKinematics pair = PairKinematics.ofEnergy(0.5, 0.5, 75, energy(PLUS) + energy(MINUS));

    @Test
    void hasTheMassAndTheFractionsOfTheReference() {
        assertThat(pair.mass()).isCloseTo(3.77844, DIGITS);
        assertThat(pair.pt()).isCloseTo(0.70711, DIGITS);
        assertThat(pair.x1()).isCloseTo(0.62097, DIGITS);
        assertThat(pair.x2()).isCloseTo(0.10653, DIGITS);
        assertThat(pair.feynmanX()).isCloseTo(0.55328, DIGITS);
    }

    @Test
    @DisplayName("does not have that mass by the formula with p₁x + p₂z and p₁y + p₂z in the place of p₁x + p₂x …")
    void misprint() {
        double x = PLUS[0] + MINUS[2];
        double y = PLUS[1] + MINUS[2];
        double z = PLUS[2] + MINUS[2];
        assertThat(PairKinematics.ofEnergy(x, y, z, energy(PLUS) + energy(MINUS))
                        .mass())
                .isNaN();
    }

    @Test
    @DisplayName("is the same from momentum and mass, as a network predicts them")
    void fromMass() {
        PairKinematics predicted = PairKinematics.ofMass(pair.px(), pair.py(), pair.pz(), pair.mass());
        assertThat(predicted.e()).isCloseTo(pair.e(), within(1e-9));
        assertThat(predicted.x1()).isCloseTo(pair.x1(), within(1e-9));
        assertThat(predicted.x2()).isCloseTo(pair.x2(), within(1e-9));
        assertThat(predicted.feynmanX()).isCloseTo(pair.feynmanX(), within(1e-9));
    }

    @Test
    @DisplayName("has the azimuth of μ⁺ in its rest frame, from pT on")
    void azimuth() {
        double mass = pair.mass();
        double transverseMass = Math.hypot(mass, pair.pt());
        double along = (PLUS[0] + PLUS[1]) / Math.sqrt(2) - pair.pt() / 2;
        double across = (PLUS[1] - PLUS[0]) / Math.sqrt(2);
        assertThat(pair.collinsSoperPhi(PLUS[0], PLUS[1], MINUS[0], MINUS[1]))
                .isCloseTo(Math.atan2(across, along * mass / transverseMass), within(1e-9));
    }

    private static double energy(double[] p) {
        return Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2] + Constants.MUON_MASS * Constants.MUON_MASS);
    }
}
