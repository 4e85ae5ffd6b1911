package org.muonframework.darksector.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The branching ratio of the Z' to muons, and the coupling that follows from a limit. */
class BranchingRatioTest {

    @ParameterizedTest
    @CsvSource({
        ".22, .289",
        ".3, .470",
        ".5, .497",
        "1, .500",
        "2, .500",
        "3, .500",
        "4, .379",
        "5, .347",
        "6, .339",
        "7, .336",
        "8, .335",
        "9, .334",
        "10, .334"
    })
    void isThatOfTheModelBelowAndAboveTheThresholdOfTaus(double mass, double expected) {
        assertThat(BranchingRatio.toMuons(mass)).isCloseTo(expected, within(5.1e-4));
    }

    @Test
    void isZeroBelowTheThresholdOfMuonsAndAThirdFarAboveAll() {
        assertThat(BranchingRatio.toMuons(0.2)).isZero();
        assertThat(BranchingRatio.toMuons(1000)).isCloseTo(1.0 / 3, within(1e-6));
    }

    @Test
    void makesACouplingOfACrossSection() {
        assertThat(Coupling.of(1.002e5 * 0.5, 1.002e5, 0.5)).isEqualTo(1);
        assertThat(Coupling.of(4, 1e4, 0.25)).isEqualTo(2 * Coupling.of(1, 1e4, 0.25));
        assertThat(Coupling.of(1, 1e5, BranchingRatio.toMuons(0.2))).isInfinite();
    }
}
