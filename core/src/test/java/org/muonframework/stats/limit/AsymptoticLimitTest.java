package org.muonframework.stats.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An asymptotic limit")
class AsymptoticLimitTest {

    private static final AsymptoticLimit TWO_BINS =
            AsymptoticLimit.of(List.of(new CountingBin(12, 50, 3, 51), new CountingBin(11, 52, 7, 48)));

    /**
     * The numbers published with pyhf for this example were made by a minimiser that stopped short of the minimum, which
     * their sixth decimal shows; those of the exact minimum are in the next test.
     */
    @Test
    void has_the_published_cls_of_two_bins_with_uncertain_backgrounds() {
        ObservedAndExpected cls = TWO_BINS.cls(1);
        assertThat(cls.observed()).isCloseTo(0.05251497, within(1e-6));
        assertBand(cls.expected(), 6e-6, 0.00260626, 0.01382005, 0.06445321, 0.23525644, 0.57303621);
    }

    @Test
    void has_the_cls_that_arithmetic_with_30_digits_gives_at_the_exact_minimum() {
        ObservedAndExpected cls = TWO_BINS.cls(1);
        assertThat(cls.observed()).isCloseTo(0.052515525146122881, within(1e-13));
        assertBand(
                cls.expected(),
                1e-13,
                0.0026064045842911073,
                0.0138206400378459696,
                0.0644551547704589125,
                0.2352609031239404311,
                0.5730416549820493218);
    }

    private static void assertBand(Band band, double tolerance, double... expected) {
        assertThat(band.minusTwo()).isCloseTo(expected[0], within(tolerance));
        assertThat(band.minusOne()).isCloseTo(expected[1], within(tolerance));
        assertThat(band.median()).isCloseTo(expected[2], within(tolerance));
        assertThat(band.plusOne()).isCloseTo(expected[3], within(tolerance));
        assertThat(band.plusTwo()).isCloseTo(expected[4], within(tolerance));
    }

    @Test
    void is_the_strength_at_which_cls_is_what_the_confidence_level_leaves() {
        ObservedAndExpected limit = TWO_BINS.upperLimit(0.95);
        assertThat(TWO_BINS.cls(limit.observed()).observed()).isCloseTo(0.05, within(1e-10));
        Band expected = limit.expected();
        assertThat(TWO_BINS.cls(expected.minusTwo()).expected().minusTwo()).isCloseTo(0.05, within(1e-10));
        assertThat(TWO_BINS.cls(expected.median()).expected().median()).isCloseTo(0.05, within(1e-10));
        assertThat(TWO_BINS.cls(expected.plusTwo()).expected().plusTwo()).isCloseTo(0.05, within(1e-10));
        assertThat(expected.minusTwo()).isLessThan(expected.minusOne());
        assertThat(expected.plusOne()).isLessThan(expected.plusTwo());
    }

    @Test
    void of_one_bin_with_an_exact_background_follows_from_the_closed_formula() {
        double s = 10;
        double b = 25;
        AsymptoticLimit one = AsymptoticLimit.of(List.of(new CountingBin(s, b, 0, b)));
        double root = Math.sqrt(2 * (s - b * Math.log(1 + s / b)));
        assertThat(one.cls(1).expected().median()).isCloseTo(2 * NormalTail.above(root), within(1e-12));
        assertThat(one.cls(1).observed()).isCloseTo(2 * NormalTail.above(root), within(1e-12));
    }

    @Test
    void does_not_depend_on_how_the_signal_is_normalised() {
        double small = AsymptoticLimit.of(List.of(new CountingBin(1e-6, 50, 5, 60)))
                .upperLimit(0.95)
                .observed();
        double large = AsymptoticLimit.of(List.of(new CountingBin(1e6, 50, 5, 60)))
                .upperLimit(0.95)
                .observed();
        assertThat(small / large).isCloseTo(1e12, within(1.0));
    }

    @Test
    void weakens_with_the_uncertainty_of_the_background() {
        double before = 0;
        for (double uncertainty : new double[] {0, 1e-6, 1, 5, 20, 100}) {
            double limit = AsymptoticLimit.of(List.of(new CountingBin(1, 50, uncertainty, 50)))
                    .upperLimit(0.95)
                    .expected()
                    .median();
            assertThat(limit).isGreaterThan(before - 1e-9);
            before = limit;
        }
    }

    @Test
    void of_many_rows_is_that_of_the_exact_distribution() {
        double asymptotic = AsymptoticLimit.of(List.of(new CountingBin(1, 1000, 30, 1010)))
                .upperLimit(0.95)
                .observed();
        double exact = PoissonLimit.of(1000, 30, 1010).upperLimit(0.95).observed();
        assertThat(asymptotic / exact).isCloseTo(1, within(0.01));
    }

    @Test
    void stands_also_far_below_the_background_and_without_one() {
        AsymptoticLimit deficit = AsymptoticLimit.of(List.of(new CountingBin(10, 100_000, 0, 0)));
        assertThat(deficit.cls(1).observed()).isBetween(0.0, 1.0);
        assertThat(deficit.upperLimit(0.95).observed()).isPositive().isFinite();
        AsymptoticLimit clean = AsymptoticLimit.of(List.of(new CountingBin(1, 0, 0, 3)));
        assertThat(clean.bestStrength()).isCloseTo(3, within(1e-9));
        assertThat(clean.upperLimit(0.95).observed()).isBetween(6.0, 9.0);
    }

    @Test
    void does_not_exist_without_a_signal() {
        AsymptoticLimit none = AsymptoticLimit.of(List.of(new CountingBin(0, 50, 5, 60)));
        assertThat(none.cls(1).observed()).isEqualTo(1);
        assertThat(none.upperLimit(0.95).observed()).isInfinite();
        assertThat(none.upperLimit(0.95).expected().median()).isInfinite();
    }

    @Test
    void refuses_numbers_that_cannot_be() {
        assertThatThrownBy(() -> new CountingBin(-1, 50, 5, 60)).hasMessage("signal is a number from 0 on, not -1.0");
        assertThatThrownBy(() -> new CountingBin(1, 50, Double.NaN, 60)).hasMessageContaining("uncertainty");
        assertThatThrownBy(() -> new CountingBin(1, 0, 5, 60)).hasMessageContaining("a background of 0");
        assertThatThrownBy(() -> AsymptoticLimit.of(List.of())).hasMessageContaining("one bin or more");
        assertThatThrownBy(() -> AsymptoticLimit.of(List.of(new CountingBin(0, 0, 0, 1))))
                .hasMessageContaining("neither signal nor background");
        assertThatThrownBy(() -> TWO_BINS.cls(-1)).hasMessageContaining("signal strength");
        assertThatThrownBy(() -> TWO_BINS.upperLimit(1)).hasMessageContaining("confidence level");
    }

    @Property(tries = 200)
    void the_best_strength_has_the_largest_likelihood(
            @ForAll @DoubleRange(min = 0.1, max = 50) double signal,
            @ForAll @DoubleRange(min = 0.1, max = 200) double background,
            @ForAll @DoubleRange(min = 0, max = 2) double relative,
            @ForAll @IntRange(max = 300) int observed) {
        double tau = relative > 0 ? 1 / (relative * relative) : Double.POSITIVE_INFINITY;
        ProfiledCounts counts = new ProfiledCounts(
                new double[] {signal, 2},
                new double[] {background, 10},
                new double[] {tau, 25},
                new double[] {observed, 12},
                new double[] {tau, 25});
        double best = counts.bestStrength();
        double least = counts.deviance(best);
        for (double strength = 0; strength < 20; strength += 0.5) {
            assertThat(counts.deviance(strength)).isGreaterThan(least - 1e-9);
        }
    }
}
