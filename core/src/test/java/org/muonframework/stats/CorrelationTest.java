package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Correlation")
class CorrelationTest {

    private static final float[] X = {1, 2.5f, 2.5f, 4, 7, -1, 0, 3};
    private static final float[] Y = {2, 1, 4, 4, 9, -3, 1, 1};
    private static final float[] Z = {5, Float.NaN, 2, 2, -1, 4, 4, 8};
    private static final int[] ALL = IntStream.range(0, 8).toArray();

    private static Correlation of(double... weights) {
        return new Correlation(new float[][] {X, Y, Z}, weights, ALL);
    }

    /** numpy.corrcoef of the rows that both have. */
    @Test
    void of_pearson_agrees_with_numpy_and_leaves_out_pairs_with_nan() {
        double[][] r = of(ones(8)).pearson();
        assertThat(r[0][1]).isCloseTo(0.9014948695494118, within(1e-14));
        assertThat(r[2][0]).isCloseTo(-0.5622124385946531, within(1e-14));
        assertThat(r[0][0]).isCloseTo(1, within(1e-14));
        assertThat(r[1][2]).isEqualTo(r[2][1]);
    }

    /** c = numpy.cov(x, y, aweights=w); c[0,1]/√(c[0,0]·c[1,1]). */
    @Test
    void of_pearson_is_weighted() {
        assertThat(of(1, 2, .5, 1, 3, 1, 2, .7).pearson()[0][1]).isCloseTo(0.9398888293707134, within(1e-14));
    }

    /** scipy.stats.spearmanr of the rows that both have. */
    @Test
    void of_spearman_agrees_with_scipy_with_ties_and_nan() {
        double[][] r = of(ones(8)).spearman();
        assertThat(r[0][1]).isCloseTo(0.7471413672544194, within(1e-14));
        assertThat(r[0][2]).isCloseTo(-0.490990253030983, within(1e-14));
        assertThat(r[2][2]).isCloseTo(1, within(1e-14));
    }

    /** scipy.stats.spearmanr(numpy.repeat(x, w), numpy.repeat(y, w)). */
    @Test
    void of_spearman_counts_a_weight_of_w_as_w_rows() {
        assertThat(of(1, 2, 3, 1, 2, 1, 4, 1).spearman()[0][1]).isCloseTo(0.7656414934887764, within(1e-14));
    }

    @Test
    void is_the_same_over_many_blocks_far_from_zero_and_for_chosen_rows() {
        int n = 20_000;
        float[][] columns = new float[3][n];
        var random = new SplittableRandom(1);
        for (int i = 0; i < n; i++) {
            columns[0][i] = (float) (1e4 + random.nextGaussian());
            columns[1][i] = (float) (0.6 * (columns[0][i] - 1e4) + 0.8 * random.nextGaussian());
            columns[2][i] = i % 1000 == 7 ? Float.POSITIVE_INFINITY : columns[1][i] * 2 + 1;
        }
        int[] even = IntStream.range(0, n).filter(i -> i % 2 == 0).toArray();
        double[][] r = new Correlation(columns, ones(n), even).pearson();
        assertThat(r[0][1]).isCloseTo(0.6, within(0.02));
        assertThat(r[1][2]).isCloseTo(1, within(1e-7));
        float[][] picked = new float[3][even.length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < even.length; i++) {
                picked[c][i] = columns[c][even[i]];
            }
        }
        int[] all = IntStream.range(0, even.length).toArray();
        assertThat(new Correlation(picked, ones(n), all).spearman()[0][1])
                .isEqualTo(new Correlation(columns, ones(n), even).spearman()[0][1]);
    }

    @Test
    void does_not_exist_for_a_constant_or_no_rows() {
        float[] constant = new float[8];
        Arrays.fill(constant, 0.1f);
        Correlation correlation = new Correlation(new float[][] {X, constant}, ones(8), ALL);
        assertThat(correlation.pearson()[0][1]).isNaN();
        assertThat(correlation.pearson()[1][1]).isNaN();
        assertThat(correlation.spearman()[0][1]).isNaN();
        Correlation empty = new Correlation(new float[][] {X, Y}, ones(8), new int[0]);
        assertThat(empty.pearson()[0][1]).isNaN();
        assertThat(empty.spearman()[0][1]).isNaN();
        assertThat(of(new double[8]).pearson()[0][1]).isNaN();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
