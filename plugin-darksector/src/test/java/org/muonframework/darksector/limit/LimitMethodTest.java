package org.muonframework.darksector.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muonframework.stats.limit.Band;

/** Expected limits on numbers of events, and what follows from them for the Z'. */
class LimitMethodTest {

    private static final double LUMINOSITY = 178;

    private static double median(LimitMethod method, double background) {
        return method.events(background, 0, 0.9).median();
    }

    @Test
    void isMinusTheLogarithmOfATenthWithoutBackground() {
        assertThat(median(LimitMethod.EXACT, 0)).isCloseTo(Math.log(10), within(1e-9));
        assertThat(median(LimitMethod.FORMULA, 0)).isCloseTo(Math.log(10), within(1e-12));
    }

    /** ±250 MeV without a classifier, with efficiency, background and cross-section at g' = 1 (1, 3, 5 and 6 GeV). */
    @ParameterizedTest
    @CsvSource({
        "1, .437, 5571, 1.002e5, 1.6, .05, 5.7e-3, 1e-4",
        "3, .587, 3710, 1.377e4, .98, .005, .0119, 1e-4",
        "5, .618, 2692, 2037, .80, .005, .034, 1e-3",
        "6, .645, 2223, 669, .70, .005, .055, 1e-3"
    })
    void isWhatAPrototypeFound(
            double mass,
            double efficiency,
            double background,
            double reference,
            double limit,
            double rounding,
            double coupling,
            double couplingRounding) {
        double formula = median(LimitMethod.FORMULA, background) / LUMINOSITY / efficiency;
        assertThat(formula).isCloseTo(limit, within(rounding));
        assertThat(Coupling.of(formula, reference, BranchingRatio.toMuons(mass)))
                .isCloseTo(coupling, within(couplingRounding));
        assertThat(median(LimitMethod.EXACT, background) / LUMINOSITY / efficiency)
                .isCloseTo(formula, Percentage.withPercentage(2.5));
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "1000, 1", "10000, 0.3"})
    void agreesBetweenTheExactAndTheAsymptoticWayTheBetterTheLargerTheBackground(double background, double percent) {
        Band exact = LimitMethod.EXACT.events(background, 0, 0.9);
        Band asymptotic = LimitMethod.ASYMPTOTIC.events(background, 0, 0.9);
        assertThat(exact.median()).isCloseTo(asymptotic.median(), Percentage.withPercentage(percent));
        assertThat(exact.plusTwo()).isCloseTo(asymptotic.plusTwo(), Percentage.withPercentage(3 * percent));
        assertThat(exact.minusTwo()).isCloseTo(asymptotic.minusTwo(), Percentage.withPercentage(3 * percent));
    }

    @ParameterizedTest
    @EnumSource(LimitMethod.class)
    void limitsTheCouplingAsTheInverseFourthRootOfTheLuminosityAtLargeBackground(LimitMethod method) {
        double once = Coupling.of(median(method, 5000) / 178, 1e5, 0.5);
        double sixteenTimes = Coupling.of(median(method, 16 * 5000) / (16 * 178), 1e5, 0.5);
        assertThat(once / sixteenTimes).isCloseTo(2, Percentage.withPercentage(1));
    }

    @ParameterizedTest
    @EnumSource(LimitMethod.class)
    void isWorseWithASystematicUncertaintyOfTheBackground(LimitMethod method) {
        double without = method.events(1000, 0, 0.9).median();
        double with = method.events(1000, 0.05, 0.9).median();
        assertThat(with / without).isCloseTo(Math.sqrt(1 + 1000 * 0.05 * 0.05), Percentage.withPercentage(5));
    }

    @ParameterizedTest
    @EnumSource(LimitMethod.class)
    void existsWithoutBackgroundAlsoWhereThatIsUncertain(LimitMethod method) {
        assertThat(method.events(0, 0.1, 0.9).median()).isBetween(1.0, 2.31);
    }
}
