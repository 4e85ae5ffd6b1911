package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IonisationTest {

    @ParameterizedTest
    @CsvSource({"100, 1.963", "1000, 2.159", "8000, 2.346"})
    @DisplayName("the mean loss in MeV cm2/g")
    void stoppingPower(double energy, double loss) {
        assertThat(1e3 * Ionisation.stoppingPower(energy)).isCloseTo(loss, within(0.002));
    }

    @Test
    @DisplayName("no muon loses less than 1.229 MeV cm2/g")
    void minimum() {
        double least = 1;
        for (double energy = 0.2; energy < 1; energy += 0.005) {
            least = Math.min(least, Ionisation.stoppingPower(energy));
        }
        assertThat(1e3 * least).isCloseTo(1.229, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({"100, 12.387", "1000, 1.2387"})
    @DisplayName("a muon is 12.4 mm off at the exit at 100 GeV and 1.24 mm at 1 TeV, to the side of its charge")
    void sagitta(double energy, double offset) {
        assertThat(10 * Track.of(0.5, 0, energy, 1, 2).x(203.2)).isCloseTo(5 + offset, within(1e-3));
        assertThat(10 * Track.of(0.5, 0, energy, -1, 2).x(203.2)).isCloseTo(5 - offset, within(1e-3));
        assertThat(Track.of(0.5, 0, energy, -1, 0).x(203.2)).isEqualTo(0.5);
    }
}
