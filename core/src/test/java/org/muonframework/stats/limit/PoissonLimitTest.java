package org.muonframework.stats.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exact Poisson limit")
class PoissonLimitTest {

    @Test
    void of_nothing_seen_is_minus_the_logarithm_of_what_the_confidence_level_leaves() {
        assertThat(PoissonLimit.of(0, 0, 0).upperLimit(0.90).observed()).isCloseTo(2.302585093, within(1e-9));
        assertThat(PoissonLimit.of(0, 0, 0).upperLimit(0.95).observed()).isCloseTo(2.995732274, within(1e-9));
        assertThat(PoissonLimit.of(4, 1, 0).upperLimit(0.95).observed()).isCloseTo(2.995732274, within(1e-9));
    }

    @Test
    void without_background_is_the_classical_one() {
        assertThat(PoissonLimit.of(0, 0, 3).upperLimit(0.90).observed()).isCloseTo(6.6808, within(1e-4));
        assertThat(PoissonLimit.of(0, 0, 10).upperLimit(0.95).observed()).isCloseTo(16.9622, within(1e-4));
    }

    @Test
    void rests_on_the_ratio_of_two_poisson_probabilities() {
        double ratio = new PoissonDistribution(5.5).cumulativeProbability(4)
                / new PoissonDistribution(3).cumulativeProbability(4);
        assertThat(PoissonLimit.of(3, 0, 4).cls(2.5).observed()).isCloseTo(ratio, within(1e-10));
        double large = new PoissonDistribution(1060).cumulativeProbability(1010)
                / new PoissonDistribution(1000).cumulativeProbability(1010);
        assertThat(PoissonLimit.of(1000, 0, 1010).cls(60).observed()).isCloseTo(large, within(1e-9));
    }

    @Test
    void averages_an_uncertain_background_over_a_gamma_distribution() {
        double b = 6;
        double uncertainty = 2;
        double shape = b * b / (uncertainty * uncertainty);
        GammaDistribution prior = new GammaDistribution(shape, b / shape);
        double ratio = average(prior, 4, 3.5) / average(prior, 4, 0);
        assertThat(PoissonLimit.of(b, uncertainty, 4).cls(3.5).observed()).isCloseTo(ratio, within(1e-9));
    }

    private static double average(GammaDistribution prior, int n, double signal) {
        double sum = 0;
        for (int panel = 0; panel < 60; panel++) {
            sum += new GaussIntegratorFactory()
                    .legendre(20, panel, panel + 1)
                    .integrate(b -> prior.density(b) * new PoissonDistribution(signal + b).cumulativeProbability(n));
        }
        return sum;
    }

    @Test
    void joins_the_one_of_an_exact_background_when_the_uncertainty_vanishes() {
        ObservedAndExpected exact = PoissonLimit.of(7, 0, 9).upperLimit(0.95);
        ObservedAndExpected nearly = PoissonLimit.of(7, 1e-9, 9).upperLimit(0.95);
        assertThat(nearly.observed()).isCloseTo(exact.observed(), within(1e-9));
        assertThat(nearly.expected().plusTwo()).isCloseTo(exact.expected().plusTwo(), within(1e-9));
        assertThat(PoissonLimit.of(7, 4, 9).upperLimit(0.95).observed()).isGreaterThan(exact.observed());
    }

    @Test
    void is_expected_where_the_quantiles_of_the_background_count_lie() {
        PoissonDistribution counts = new PoissonDistribution(12.3);
        Band expected = PoissonLimit.of(12.3, 0, 0).upperLimit(0.95).expected();
        double[] band = {
            expected.minusTwo(), expected.minusOne(), expected.median(), expected.plusOne(), expected.plusTwo()
        };
        for (int k = 0; k < band.length; k++) {
            int n = counts.inverseCumulativeProbability(NormalTail.above(2 - k));
            assertThat(band[k])
                    .isEqualTo(PoissonLimit.of(12.3, 0, n).upperLimit(0.95).observed());
        }
    }

    @Test
    void stands_where_probabilities_are_smaller_than_any_double() {
        assertThat(PoissonLimit.of(5000, 0, 100).upperLimit(0.95).observed()).isBetween(2.9, 3.2);
        assertThat(PoissonLimit.of(0.001, 0.0005, 400).upperLimit(0.95).observed())
                .isBetween(430.0, 440.0);
        assertThat(PoissonLimit.of(20_000, 500, 20_000).upperLimit(0.95).observed())
                .isBetween(900.0, 1200.0);
    }

    @Test
    void refuses_numbers_that_cannot_be() {
        assertThatThrownBy(() -> PoissonLimit.of(-1, 0, 0)).hasMessageContaining("background");
        assertThatThrownBy(() -> PoissonLimit.of(1, -1, 0)).hasMessageContaining("uncertainty");
        assertThatThrownBy(() -> PoissonLimit.of(0, 1, 0)).hasMessageContaining("a background of 0");
        assertThatThrownBy(() -> PoissonLimit.of(1, 0, -1)).hasMessageContaining("observed");
        assertThatThrownBy(() -> PoissonLimit.of(1, 0, 0).upperLimit(0)).hasMessageContaining("confidence level");
        assertThatThrownBy(() -> PoissonLimit.of(1, 0, 0).cls(-1)).hasMessageContaining("signal");
    }
}
