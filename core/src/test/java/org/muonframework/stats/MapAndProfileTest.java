package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two variables together")
class MapAndProfileTest {

    private static final double[] X = {.1, .2, .9, 1.4, 1.6, 2.5, .5};
    private static final double[] Y = {1, 3, 2, 5, 6, 1, Double.NaN};
    private static final double[] W = {1, 2, -.5, 1, 3, 1, 1};
    private static final Binning BINS = Binning.of(0, 1, 2);

    /** numpy.histogram2d(x, y, bins=[[0, 1, 2], [0, 2.5, 6]], weights=w) without the last row. */
    @Test
    void are_counted_in_cells_with_sums_and_squares() {
        Histogram2D map = Histogram2D.of(BINS, Binning.of(0, 2.5, 6), X, Y, W);
        assertThat(map.sums()[0]).containsExactly(0.5, 2);
        assertThat(map.sums()[1]).containsExactly(0, 4);
        assertThat(map.squares()[0]).containsExactly(1.25, 4);
        assertThat(map.outside()).isEqualTo(1);
        assertThat(map.missing()).isEqualTo(1);
        assertThat(map.total()).isEqualTo(6.5);
        assertThat(map.contents()[1]).containsExactly(Double.NaN, 4);
    }

    /** numpy.average(y, weights=w) and √numpy.average((y − mean)**2, weights=w) of each bin. */
    @Test
    void have_a_profile_with_the_standard_error_of_the_mean_or_the_spread_of_rows() {
        Profile profile = Profile.of(BINS, X, Y, W);
        assertThat(profile.means()).containsExactly(new double[] {2.4, 5.75}, within(1e-12));
        assertThat(profile.withSpread().errors())
                .containsExactly(new double[] {1.0198039027185568, 0.4330127018922193}, within(1e-12));
        // Σw²(y − mean)² = 3²·0.25² + 1²·0.75², of 1.6 effective rows.
        assertThat(profile.withErrors().errors()[1]).isCloseTo(Math.sqrt(1.125 * 1.6 / 0.6) / 4, within(1e-12));
    }

    @Test
    void have_a_profile_that_agrees_with_the_moments_of_each_bin() {
        Profile profile =
                Profile.of(Binning.of(0, 1), new double[] {.1, .2, .3}, new double[] {4, 5, 9}, new double[] {1, 2, 2});
        Moments moments = Moments.of(new double[] {4, 5, 9}, new double[] {1, 2, 2});
        assertThat(profile.means()[0]).isCloseTo(moments.mean(), within(1e-14));
        assertThat(profile.withErrors().errors()[0]).isCloseTo(moments.meanError(), within(1e-14));
    }

    @Test
    void have_a_mean_whose_error_is_right_where_the_weight_goes_with_the_value() {
        int experiments = 400;
        double[] means = new double[experiments];
        double error = 0;
        for (int e = 0; e < experiments; e++) {
            var random = new SplittableRandom(e);
            double[] values = new double[500];
            double[] weights = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                boolean heavy = random.nextDouble() < 0.02;
                values[i] = heavy ? 1 : 0;
                weights[i] = heavy ? 20 : 1;
            }
            Moments moments = Moments.of(values, weights);
            means[e] = moments.mean();
            error += moments.meanError() / experiments;
        }
        double[] ones = new double[experiments];
        Arrays.fill(ones, 1);
        assertThat(error / Moments.of(means, ones).deviation()).isBetween(0.85, 1.15);
    }

    @Test
    void have_no_mean_where_there_is_no_weight_and_no_error_of_one_row() {
        Profile profile = Profile.of(BINS, new double[] {.5}, new double[] {3}, new double[] {2});
        assertThat(profile.means()).containsExactly(3, Double.NaN);
        assertThat(profile.withErrors().errors()).containsExactly(Double.NaN, Double.NaN);
    }
}
