package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;

@DisplayName("The Drell–Yan process")
class DrellYanTest {

    private static final int EVENTS = 200_000;

    @Test
    @DisplayName("has quark pairs of M = 4 GeV at xF = 0.3 in the density of the formula")
    void byHand() {
        double tau = 16 / (2 * 0.93827208816 * 120.93827208816);
        double difference = 0.3 * (1 - tau);
        double x1 = (Math.sqrt(difference * difference + 4 * tau) + difference) / 2;
        double x2 = tau / x1;
        double q1 = 0.17 * Math.pow(1 - x1, 10);
        double q2 = 0.17 * Math.pow(1 - x2, 10);
        double u1 = 35.0 / 16 * Math.sqrt(x1) * Math.pow(1 - x1, 3) + q1;
        double d1 = 315.0 / 256 * Math.sqrt(x1) * Math.pow(1 - x1, 4) + q1;
        double u2 = 35.0 / 16 * Math.sqrt(x2) * Math.pow(1 - x2, 3) + q2;
        double d2 = 315.0 / 256 * Math.sqrt(x2) * Math.pow(1 - x2, 4) + q2;
        double mean2 = (u2 + d2) / 2;
        double expected = (4.0 / 9 * (u1 * q2 + q1 * mean2) + 1.0 / 9 * (d1 * q2 + q1 * mean2)) / (x1 + x2);

        assertThat(DrellYan.luminosity(4, 0.3)).isCloseTo(expected, within(1e-12));
    }

    @Test
    @DisplayName("follows M⁻³ F: masses and xF of drawn pairs have the moments of the integral")
    void distribution() {
        double norm = 0;
        double meanMass = 0;
        double meanXF = 0;
        double backward = 0;
        for (int m = 0; m < 800; m++) {
            double mass = 2 + (m + 0.5) / 100;
            for (int f = 0; f < 400; f++) {
                double xF = (f + 0.5) / 200 - 1;
                double density = DrellYan.luminosity(mass, xF) / (mass * mass * mass);
                norm += density;
                meanMass += density * mass;
                meanXF += density * xF;
                backward += xF < -0.1 ? density : 0;
            }
        }
        SplittableRandom random = new SplittableRandom(3);
        DrellYan process = new DrellYan();
        Parent parent = new Parent();
        double[] masses = new double[EVENTS];
        double[] xFs = new double[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            process.draw(parent, random);
            masses[i] = parent.mass;
            xFs[i] = parent.xF;
        }
        assertThat(Sample.mean(masses)).isCloseTo(meanMass / norm, within(0.006));
        assertThat(Sample.mean(xFs)).isCloseTo(meanXF / norm, within(0.002));
        assertThat(Sample.fraction(xFs, -1, -0.1)).isCloseTo(backward / norm, within(0.003));
    }
}
