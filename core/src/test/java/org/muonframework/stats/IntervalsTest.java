package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An interval of an efficiency or a count")
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
        Interval equal = Intervals.weighted(90 * 0.3, 90 * 0.09, 100 * 0.3, 100 * 0.09, 0.6827);
        assertThat(equal.low()).isCloseTo(0.86040, within(1e-5));
        Interval unequal = Intervals.weighted(90, 360, 100, 400, 0.6827);
        assertThat(unequal.high() - unequal.low()).isGreaterThan(equal.high() - equal.low());
    }

    @Test
    void of_wilson_covers_as_stated_on_average_over_all_efficiencies() {
        int n = 30;
        double covered = 0;
        for (double p = 0.0005; p < 1; p += 0.001) {
            double probability = Math.pow(1 - p, n);
            for (int k = 0; k <= n; k++) {
                covered += Intervals.wilson(k, n, Intervals.ONE_SIGMA).contains(p) ? probability / 1000 : 0;
                probability *= (n - k) * p / ((k + 1) * (1 - p));
            }
        }
        assertThat(covered).isBetween(0.67, 0.70);
    }

    @Test
    void of_weighted_rows_covers_at_least_as_often_as_stated() {
        for (double efficiency : new double[] {0.1, 0.5, 0.9}) {
            int covered = 0;
            for (int seed = 0; seed < 2000; seed++) {
                var random = new SplittableRandom(seed);
                double[] sums = new double[4];
                for (int i = 0; i < 100; i++) {
                    double w = 0.1 + 2 * random.nextDouble();
                    boolean passed = random.nextDouble() < efficiency;
                    sums[0] += passed ? w : 0;
                    sums[1] += passed ? w * w : 0;
                    sums[2] += w;
                    sums[3] += w * w;
                }
                Interval interval = Intervals.weighted(sums[0], sums[1], sums[2], sums[3], Intervals.ONE_SIGMA);
                covered += interval.contains(efficiency) ? 1 : 0;
            }
            assertThat(covered / 2000.0).isBetween(0.67, 0.80);
        }
    }

    @Test
    void of_weighted_rows_knows_that_what_passed_weighs_other_than_what_failed() {
        // One heavy row that passed among a thousand light ones that failed is known to 100 %, not to a third of that.
        Interval heavy = Intervals.weighted(100, 1e4, 1100, 1.1e4, Intervals.ONE_SIGMA);
        Interval one = Intervals.garwood(1, Intervals.ONE_SIGMA);
        assertThat(heavy.low() / (1 / 11.0)).isCloseTo(one.low(), within(0.03));
        int covered = 0;
        for (int seed = 0; seed < 2000; seed++) {
            var random = new SplittableRandom(seed);
            double[] sums = new double[4];
            for (int i = 0; i < 1000; i++) {
                boolean passed = random.nextDouble() < 0.02;
                double w = passed ? 10 : 1;
                sums[0] += passed ? w : 0;
                sums[1] += passed ? w * w : 0;
                sums[2] += w;
                sums[3] += w * w;
            }
            Interval interval = Intervals.weighted(sums[0], sums[1], sums[2], sums[3], Intervals.ONE_SIGMA);
            covered += interval.contains(0.02 * 10 / (0.02 * 10 + 0.98)) ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(0.67, 0.80);
    }

    /** scipy.stats.chi2.ppf(tail, 2n)/2 and chi2.ppf(1 − tail, 2n + 2)/2. */
    @Test
    void of_garwood_for_a_count_of_3_is_the_textbooks() {
        Interval three = Intervals.garwood(3, 0.6827);
        assertThat(three.low()).isCloseTo(1.367273254130889, within(1e-12));
        assertThat(three.high()).isCloseTo(5.918242367097899, within(1e-12));
        Interval thousand = Intervals.garwood(1000, 0.9);
        assertThat(thousand.low()).isCloseTo(948.5598493836511, within(1e-8));
        assertThat(thousand.high()).isCloseTo(1053.6031221333008, within(1e-8));
        Interval none = Intervals.garwood(0, 0.9);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(2.9957322735539895, within(1e-12));
        Interval million = Intervals.garwood(4e6, Intervals.ONE_SIGMA);
        assertThat(million.low()).isCloseTo(4e6 - 2000, within(1.0));
        assertThat(million.high()).isCloseTo(4e6 + 2000, within(2.0));
    }

    @Test
    void of_garwood_covers_at_least_as_often_as_stated() {
        for (double mean = 0.1; mean < 15; mean += 0.1) {
            double covered = 0;
            double probability = Math.exp(-mean);
            for (int n = 0; n < 60; n++) {
                covered += Intervals.garwood(n, Intervals.ONE_SIGMA).contains(mean) ? probability : 0;
                probability *= mean / (n + 1);
            }
            assertThat(covered).isGreaterThan(Intervals.ONE_SIGMA - 1e-9);
        }
    }

    @Test
    void of_a_weighted_count_is_exact_for_equal_weights_and_covers_for_unequal_ones() {
        Interval equal = Intervals.weightedCount(3 * 0.2, 3 * 0.04, 0.6827);
        assertThat(equal.low()).isCloseTo(0.2 * 1.367273254130889, within(1e-12));
        assertThat(equal.high()).isCloseTo(0.2 * 5.918242367097899, within(1e-12));
        int covered = 0;
        for (int seed = 0; seed < 2000; seed++) {
            var random = new SplittableRandom(seed);
            double sum = 0;
            double squares = 0;
            // Rows as a Poisson process of 40 on average, each of weight 1.1 on average.
            for (double time = -Math.log(random.nextDouble()); time < 40; time -= Math.log(random.nextDouble())) {
                double w = 0.1 + 2 * random.nextDouble();
                sum += w;
                squares += w * w;
            }
            covered +=
                    Intervals.weightedCount(sum, squares, Intervals.ONE_SIGMA).contains(44) ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(0.67, 0.75);
    }

    @Test
    void of_a_count_does_not_exist_below_zero_or_without_a_known_weight() {
        assertThat(Intervals.garwood(-1, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.garwood(Double.NaN, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weightedCount(0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weightedCount(-2, 5, 0.9)).isEqualTo(Interval.NONE);
        assertThatThrownBy(() -> Intervals.garwood(1, 0)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void does_not_exist_without_trials_or_when_negative_weights_lead_out_of_the_range() {
        assertThat(Intervals.clopperPearson(0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.wilson(0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weighted(-1, 3, 10, 12, 0.9)).isEqualTo(Interval.NONE);
        assertThat(Intervals.weighted(0, 0, 0, 0, 0.9)).isEqualTo(Interval.NONE);
        assertThatThrownBy(() -> Intervals.wilson(1, 2, 1)).hasMessageContaining("between 0 and 1");
    }
}
