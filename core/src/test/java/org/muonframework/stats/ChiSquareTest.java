package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The χ² test")
class ChiSquareTest {

    private static final double[] FIRST = {12, 30, 25, 18, 9};
    private static final double[] SECOND = {20, 41, 52, 30, 8};
    private static final double[] SHAPE = {.1, .3, .3, .2, .1};

    /** scipy.stats.chi2_contingency([first, second], correction=False). */
    @Test
    void of_two_unweighted_histograms_is_the_classical_test_of_homogeneity() {
        ChiSquare test = ChiSquare.homogeneity(counts(FIRST, 1), counts(SECOND, 1));
        assertThat(test.value()).isCloseTo(3.139277960355449, within(1e-12));
        assertThat(test.degrees()).isEqualTo(4);
        assertThat(test.pValue()).isCloseTo(0.5347940466273693, within(1e-12));
    }

    /** scipy.stats.chisquare(first, shape*sum(first)). */
    @Test
    void against_a_shape_is_the_classical_test_of_goodness_of_fit() {
        ChiSquare test = ChiSquare.goodnessOfFit(counts(FIRST, 1), SHAPE);
        assertThat(test.value()).isCloseTo(1.2482269503546095, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.8700963189704919, within(1e-12));
    }

    @Test
    void does_not_depend_on_the_unit_of_the_weights() {
        ChiSquare test = ChiSquare.homogeneity(counts(FIRST, 0.3), counts(SECOND, 7));
        assertThat(test.value()).isCloseTo(3.139277960355449, within(1e-12));
        assertThat(ChiSquare.goodnessOfFit(counts(FIRST, 7), SHAPE).value())
                .isCloseTo(1.2482269503546095, within(1e-12));
    }

    @Test
    void joins_neighbours_until_each_bin_should_hold_five_rows() {
        double[] sparse = {1, 2, 40, 2, 2, 3, 30, 0, 1, 0};
        ChiSquare test = ChiSquare.goodnessOfFit(counts(sparse, 1), sparse);
        assertThat(test.value()).isCloseTo(0, within(1e-12));
        // 1 + 2 + 40, 2 + 2 + 3, 30 + 0 + 1 + 0.
        assertThat(test.degrees()).isEqualTo(2);
    }

    @Test
    void has_uniform_p_values_also_with_weights_that_depend_on_the_variable_and_histograms_of_different_size() {
        for (int kind = 0; kind < 3; kind++) {
            double[] ofTwo = new double[2000];
            double[] ofOne = new double[2000];
            for (int e = 0; e < 2000; e++) {
                var random = new SplittableRandom(10_000 * kind + e);
                Histogram one = draw(random, 2000, kind);
                ofTwo[e] = ChiSquare.homogeneity(one, draw(random, 600, kind)).pValue();
                ofOne[e] = ChiSquare.goodnessOfFit(one, expected(kind)).pValue();
            }
            for (double[] p : new double[][] {ofTwo, ofOne}) {
                assertThat(Arrays.stream(p).average().orElseThrow()).isBetween(0.47, 0.53);
                assertThat(Arrays.stream(p).filter(v -> v < 0.1).count() / 2000.0)
                        .isBetween(0.075, 0.125);
                assertThat(Arrays.stream(p).filter(v -> v > 0.9).count() / 2000.0)
                        .isBetween(0.075, 0.125);
            }
        }
    }

    @Test
    void finds_no_difference_too_often_where_few_rows_weigh_much_more_than_others() {
        int experiments = 1000;
        int found = 0;
        for (int e = 0; e < experiments; e++) {
            var random = new SplittableRandom(e);
            Histogram one = heavyTailed(random, 400);
            found += ChiSquare.homogeneity(one, heavyTailed(random, 1000)).pValue() < 0.05 ? 1 : 0;
        }
        assertThat((double) found / experiments).isBetween(0.03, 0.08);
    }

    private static Histogram heavyTailed(SplittableRandom random, int rows) {
        double[] x = new double[rows];
        double[] w = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextDouble();
            w[i] = Math.exp(random.nextGaussian());
        }
        return Histogram.of(Binning.uniform(20, 0, 1), x, w);
    }

    @Test
    void finds_shapes_that_differ() {
        double[] shifted = {30, 30, 25, 9, 2};
        assertThat(ChiSquare.homogeneity(counts(FIRST, 1), counts(shifted, 1)).pValue())
                .isLessThan(0.01);
        assertThat(ChiSquare.goodnessOfFit(counts(shifted, 1), SHAPE).pValue()).isLessThan(1e-4);
    }

    @Test
    void does_not_exist_without_a_positive_sum_or_two_bins() {
        Histogram empty = counts(new double[5], 1);
        assertThat(ChiSquare.homogeneity(counts(FIRST, 1), empty).pValue()).isNaN();
        assertThat(ChiSquare.homogeneity(counts(FIRST, -1), counts(SECOND, 1)).value())
                .isNaN();
        assertThat(ChiSquare.goodnessOfFit(empty, SHAPE).value()).isNaN();
        assertThat(ChiSquare.goodnessOfFit(counts(FIRST, 1), new double[5]).value())
                .isNaN();
        assertThat(ChiSquare.homogeneity(counts(new double[] {3, 1, 0, 0, 2}, 1), counts(SECOND, 1))
                        .value())
                .isNaN();
        Histogram negative =
                new Histogram(Binning.uniform(2, 0, 1), new double[] {40, -15}, new double[] {40, 15}, 0, 0, 0);
        assertThat(ChiSquare.homogeneity(negative, negative).value()).isNaN();
        assertThat(ChiSquare.goodnessOfFit(negative, new double[] {1, 1}).pValue())
                .isLessThan(1e-6);
        assertThatThrownBy(() -> ChiSquare.goodnessOfFit(empty, new double[2])).hasMessageContaining("2 expected");
    }

    /** Rows of unit weight, of random weight, and of a weight that grows fourfold over the range. */
    private static Histogram draw(SplittableRandom random, int rows, int kind) {
        double[] x = new double[rows];
        double[] w = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextDouble();
            w[i] = kind == 0 ? 1 : kind == 1 ? 0.2 + 2 * random.nextDouble() : 1 + 3 * x[i];
        }
        return Histogram.of(Binning.uniform(10, 0, 1), x, w);
    }

    private static double[] expected(int kind) {
        double[] expected = new double[10];
        for (int i = 0; i < 10; i++) {
            expected[i] = kind < 2 ? 1 : 1 + 3 * (i + 0.5) / 10;
        }
        return expected;
    }

    private static Histogram counts(double[] rows, double weight) {
        double[] sums = Arrays.stream(rows).map(n -> n * weight).toArray();
        double[] squares = Arrays.stream(rows).map(n -> n * weight * weight).toArray();
        return new Histogram(Binning.uniform(rows.length, 0, 1), sums, squares, 0, 0, 0);
    }
}
