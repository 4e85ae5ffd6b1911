package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An interval of an efficiency")
class IntervalsTest {

    @Test
    void of_clopper_and_pearson_for_90_of_100_is_the_textbooks() {
        Interval interval = Intervals.clopperPearson(90, 100, 0.6827);
        assertThat(interval.low()).isCloseTo(0.86040, within(1e-5));
        assertThat(interval.high()).isCloseTo(0.93033, within(1e-5));
    }

    @Test
    void of_clopper_and_pearson_is_one_sided_at_the_ends() {
        Interval none = Intervals.clopperPearson(0, 10, 0.95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-12));
        Interval all = Intervals.clopperPearson(10, 10, 0.95);
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(Math.pow(0.025, 0.1), within(1e-12));
    }

    @Test
    void of_clopper_and_pearson_covers_at_least_as_often_as_stated() {
        for (int n : new int[] {5, 20, 50}) {
            for (double p = 0.02; p < 1; p += 0.02) {
                double covered = 0;
                double probability = Math.pow(1 - p, n);
                for (int k = 0; k <= n; k++) {
                    covered +=
                            Intervals.clopperPearson(k, n, Intervals.ONE_SIGMA).contains(p) ? probability : 0;
                    probability *= (n - k) * p / ((k + 1) * (1 - p));
                }
                assertThat(covered).isGreaterThan(Intervals.ONE_SIGMA - 1e-9);
            }
        }
    }

    @Test
    void of_wilson_stays_between_0_and_1_and_agrees_with_the_published_example() {
        Interval none = Intervals.wilson(0, 10, Intervals.ONE_SIGMA);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(1.0 / 11, within(1e-12));
        Interval all = Intervals.wilson(10, 10, Intervals.ONE_SIGMA);
        assertThat(all.low()).isCloseTo(10.0 / 11, within(1e-12));
        assertThat(all.high()).isEqualTo(1);
        // R. Newcombe, Statistics in Medicine 17 (1998) 857, table I: 81 of 263.
        Interval newcombe = Intervals.wilson(81, 263, 0.95);
        assertThat(newcombe.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(newcombe.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void of_weighted_rows_is_exact_for_equal_weights_and_wider_for_unequal_ones() {
        Interval equal = Intervals.weighted(90 * 0.3, 100 * 0.3, 100 * 0.09, 0.6827);
        assertThat(equal.low()).isCloseTo(0.86040, within(1e-5));
        Interval unequal = Intervals.weighted(90, 100, 400, 0.6827);
        assertThat(unequal.high() - unequal.low()).isGreaterThan(equal.high() - equal.low());
    }

    @Test
    void does_not_exist_without_trials_or_when_negative_weights_lead_out_of_the_range() {
        assertThat(Intervals.clopperPearson(0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.wilson(0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weighted(-1, 10, 12, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weighted(0, 0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThatThrownBy(() -> Intervals.wilson(1, 2, 1)).hasMessageContaining("between 0 and 1");
    }
}
