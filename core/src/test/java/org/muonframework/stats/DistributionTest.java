package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A distribution of weighted values")
class DistributionTest {

    @Property(tries = 200)
    void is_ranked_like_the_librarys_sort_with_ties_in_order(@ForAll double[] keys) {
        int[] expected = IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Ranking.ascending(keys)).isEqualTo(expected);
    }

    @Test
    void is_ranked_with_minus_zero_before_zero_and_nan_last() {
        double[] keys = {Double.NaN, 0.0, -0.0, Double.NEGATIVE_INFINITY, 5, Double.POSITIVE_INFINITY, -5};
        assertThat(Ranking.ascending(keys)).containsExactly(3, 6, 2, 1, 4, 5, 0);
    }

    @Test
    void has_mean_spread_and_effective_number() {
        Moments moments = Moments.of(new double[] {1, 2, 4}, new double[] {1, 2, 1});
        assertThat(moments.mean()).isEqualTo(2.25);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(19.0 / 16), within(1e-15));
        assertThat(moments.rms()).isCloseTo(2.5, within(1e-15));
        assertThat(moments.effectiveNumber()).isCloseTo(16.0 / 6, within(1e-15));
        assertThat(Moments.of(new double[] {1}, new double[] {0}).mean()).isNaN();
        assertThat(Moments.of(new double[] {1, 3}, new double[] {2, -1}).mean()).isEqualTo(-1);
    }

    @Test
    void has_quantiles_like_copies_of_the_rows() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 2}, new double[] {2, 1, 1});
        assertThat(quantiles.at(0.25)).isEqualTo(1.5);
        assertThat(quantiles.at(0.3)).isEqualTo(2);
        assertThat(quantiles.median()).isEqualTo(3);
        assertThat(quantiles.at(0.7)).isEqualTo(4);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(1)).isEqualTo(4);
        assertThat(Quantiles.of(new double[0], new double[0]).median()).isNaN();
        assertThat(Quantiles.of(new double[] {7, 7, 7}, new double[] {.1, .2, .3})
                        .halfWidth68())
                .isZero();
    }

    @Test
    void has_for_a_gaussian_the_width_sigma_with_the_error_that_repetitions_show() {
        int experiments = 60;
        double[] widths = new double[experiments];
        double errors = 0;
        for (int e = 0; e < experiments; e++) {
            var random = new SplittableRandom(e);
            double[] values =
                    random.doubles(2000).map(u -> 3 * random.nextGaussian()).toArray();
            Quantiles quantiles = Quantiles.of(values, ones(2000));
            widths[e] = quantiles.halfWidth68();
            errors += quantiles.error(Quantiles::halfWidth68, e) / experiments;
        }
        Moments spread = Moments.of(widths, ones(experiments));
        assertThat(spread.mean()).isCloseTo(3, within(0.03));
        assertThat(errors / spread.deviation()).isBetween(0.75, 1.3);
    }

    @Test
    void has_a_width_with_an_error_that_is_right_also_for_very_many_rows() {
        int n = 700_000;
        var random = new SplittableRandom(1);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        // √(p(1 − 2p)/2)/φ(1) with p = Φ(−1), by the variance of two order statistics.
        double expected = 0.9619 / Math.sqrt(n);
        assertThat(Quantiles.of(values, ones(n)).error(Quantiles::halfWidth68, 1))
                .isBetween(0.8 * expected, 1.2 * expected);
    }

    @Test
    void has_a_width_with_an_error_also_for_three_rows_though_some_bootstrap_samples_are_empty() {
        double error = Quantiles.of(new double[] {1, 2, 4}, ones(3)).error(Quantiles::halfWidth68, 1);
        assertThat(error).isBetween(0.1, 2.0);
    }

    @Test
    void cannot_be_compared_where_a_value_is_not_a_number() {
        double[] hole = {1, Double.NaN};
        assertThatThrownBy(() -> KolmogorovSmirnov.of(hole, ones(2), new double[] {1, 2, 3}, ones(3)))
                .hasMessageContaining("one is not");
    }

    @Test
    void is_counted_in_bins_with_sums_and_squares() {
        Histogram histogram =
                Histogram.of(Binning.of(0, 1, 3), new double[] {-0.1, 0, 0.5, 1, 3, 3.01, Double.NaN}, new double[] {
                    5, 1, 2, -3, 1, 7, 1
                });
        assertThat(histogram.sums()).containsExactly(3, -2);
        assertThat(histogram.squares()).containsExactly(5, 10);
        assertThat(histogram.underflow()).isEqualTo(5);
        assertThat(histogram.overflow()).isEqualTo(7);
        assertThat(histogram.missing()).isEqualTo(1);
        assertThat(histogram.contents().errors()).containsExactly(Math.sqrt(5), Math.sqrt(10));
    }

    @Test
    void has_a_density_of_area_one_with_binomial_errors() {
        Histogram histogram =
                Histogram.of(Binning.of(0, 1, 3), new double[] {.1, .2, .3, 2}, new double[] {1, 1, 1, 1});
        Histogram.Heights density = histogram.density();
        assertThat(density.values()).containsExactly(0.75, 0.125);
        double error = Math.sqrt(0.75 * 0.25 / 4);
        assertThat(density.errors()).containsExactly(new double[] {error, error / 2}, within(1e-15));
        assertThat(Histogram.of(Binning.of(0, 1), new double[0], new double[0])
                        .density()
                        .values())
                .containsExactly(Double.NaN);
    }

    @Property(tries = 500)
    void finds_a_bin_by_width_like_a_bin_by_search(@ForAll("values") double value) {
        Binning uniform = Binning.uniform(10, -0.3, 0.7);
        assertThat(uniform.index(value)).isEqualTo(Binning.of(uniform.edges()).index(value));
    }

    @Provide
    Arbitrary<Double> values() {
        var edges = Arbitraries.of(
                Arrays.stream(Binning.uniform(10, -0.3, 0.7).edges()).boxed().toList());
        return Arbitraries.oneOf(edges, Arbitraries.doubles().between(-0.5, 0.9));
    }

    @Test
    void refuses_edges_that_do_not_increase() {
        assertThatThrownBy(() -> Binning.of(1, 1)).hasMessageContaining("do not increase");
        assertThatThrownBy(() -> Binning.uniform(0, 0, 1)).hasMessageContaining("no 0 bins");
    }

    @Test
    void is_compared_with_another_by_the_largest_distance() {
        KolmogorovSmirnov same =
                KolmogorovSmirnov.of(new double[] {1, 1, 2}, ones(3), new double[] {2, 1}, new double[] {1, 2});
        assertThat(same.distance()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
        KolmogorovSmirnov apart =
                KolmogorovSmirnov.of(new double[] {1, 2, 3, 4}, ones(4), new double[] {2.5, 3.5}, new double[] {3, 1});
        assertThat(apart.distance()).isCloseTo(0.5, within(1e-15));
        assertThat(KolmogorovSmirnov.of(new double[0], ones(0), new double[] {1}, ones(1))
                        .pValue())
                .isNaN();
    }

    @Test
    void has_uniform_p_values_against_another_sample_of_the_same_law_also_with_weights() {
        int below = 0;
        double sum = 0;
        for (int e = 0; e < 400; e++) {
            var random = new SplittableRandom(e);
            double[] a = random.doubles(300).toArray();
            double[] b = random.doubles(400).toArray();
            double[] wa = random.doubles(300, 0.2, 2).toArray();
            double[] wb = random.doubles(400, 0.2, 2).toArray();
            double p = KolmogorovSmirnov.of(a, wa, b, wb).pValue();
            below += p < 0.1 ? 1 : 0;
            sum += p / 400;
        }
        assertThat(below / 400.0).isBetween(0.06, 0.14);
        assertThat(sum).isBetween(0.46, 0.54);
    }

    @Test
    void medianOfUnweightedValues() {
        double[] values = {5, 1, 4};
        assertThat(Quantiles.median(values)).isEqualTo(4);
        assertThat(values).containsExactly(5, 1, 4);
        assertThat(Quantiles.median(new double[] {7, 1, 4, 2})).isEqualTo(3);
        assertThat(Quantiles.median(new double[0])).isNaN();
    }

    @Test
    void agrees_with_the_tables_of_kolmogorov() {
        // λ = 1.3581 is exceeded in 5 % of cases; with very many rows λ = √n·distance.
        int n = 1_000_000;
        double[] a = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double shift = 1.3581 / Math.sqrt(n / 2.0) * n;
        double[] b = Arrays.stream(a).map(x -> x + shift).toArray();
        assertThat(KolmogorovSmirnov.of(a, ones(n), b, ones(n)).pValue()).isCloseTo(0.05, within(5e-4));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
