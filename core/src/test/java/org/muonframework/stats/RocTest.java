package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ROC curve")
class RocTest {

    @Test
    void counts_a_tie_as_half_and_a_pair_with_the_product_of_its_weights() {
        double[] scores = {0.9, 0.5, 0.5, 0.5, 0.1};
        boolean[] signal = {true, true, true, false, false};
        double[] weights = {2, 1, 3, 4, 0.5};
        // Pairs: 2·(4 + 0.5) + (1 + 3)·(½·4 + 0.5), of 6·4.5.
        assertThat(Roc.of(scores, signal, weights).auc()).isCloseTo(19.0 / 27, within(1e-15));
    }

    @Test
    void counts_a_negative_weight_with_its_sign() {
        double[] scores = {0.9, 0.7, 0.5, 0.1};
        boolean[] signal = {true, false, true, false};
        double[] weights = {2, 1, -1, 3};
        // Pairs: 2·(1 + 3) − 1·3, of 1·4.
        assertThat(Roc.of(scores, signal, weights).auc()).isCloseTo(5.0 / 4, within(1e-15));
    }

    @Test
    void has_a_point_for_each_score_from_the_highest_down() {
        Roc roc = Roc.of(
                new double[] {0.9, 0.8, 0.8, 0.3}, new boolean[] {true, true, false, false}, new double[] {1, 1, 1, 1});
        assertThat(roc.points()).isEqualTo(3);
        assertThat(roc.threshold(1)).isEqualTo(0.8);
        assertThat(roc.signalEfficiency(0)).isEqualTo(0.5);
        assertThat(roc.backgroundEfficiency(0)).isZero();
        assertThat(roc.signalEfficiency(1)).isEqualTo(1);
        assertThat(roc.backgroundEfficiency(1)).isEqualTo(0.5);
        assertThat(roc.pointAtSignal(0.6)).isEqualTo(1);
        assertThat(roc.pointAtBackground(0.4)).isZero();
        assertThat(roc.pointAtBackground(0.5)).isEqualTo(1);
        assertThat(roc.outline(100)).containsExactly(0, 1, 2);
    }

    @Test
    @DisplayName("has the error of DeLong computed from all placements")
    void has_delongs_error() {
        double[] s = {0.8, 0.6, 0.55, 0.9, 0.4};
        double[] b = {0.3, 0.6, 0.5, 0.2};
        double[] v10 = new double[s.length];
        double[] v01 = new double[b.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double psi = s[i] > b[j] ? 1 : s[i] == b[j] ? 0.5 : 0;
                v10[i] += psi / b.length;
                v01[j] += psi / s.length;
            }
        }
        double expected = Math.sqrt(sampleVariance(v10) / s.length + sampleVariance(v01) / b.length);
        double[] scores = {0.8, 0.6, 0.55, 0.9, 0.4, 0.3, 0.6, 0.5, 0.2};
        boolean[] signal = {true, true, true, true, true, false, false, false, false};
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        Roc roc = Roc.of(scores, signal, ones);
        assertThat(roc.auc()).isCloseTo((1 + 0.875 + 0.75 + 1 + 0.5) / 5, within(1e-15));
        assertThat(roc.aucError()).isCloseTo(expected, within(1e-15));
    }

    private static double sampleVariance(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }

    @Test
    void of_shuffled_labels_is_a_half_within_two_errors_in_95_percent_of_experiments_also_with_weights() {
        for (boolean weighted : new boolean[] {false, true}) {
            int within = 0;
            for (int seed = 0; seed < 200; seed++) {
                Roc roc = experiment(seed, 0, weighted);
                within += Math.abs(roc.auc() - 0.5) < 2 * roc.aucError() ? 1 : 0;
            }
            assertThat(within / 200.0).isBetween(0.95, 0.985);
        }
    }

    @Test
    void covers_the_true_area_in_68_percent_of_experiments_also_with_weights() {
        // Two Gaussians of width 1 that are 1 apart: Φ(1/√2).
        double truth = 0.7602499389065233;
        for (boolean weighted : new boolean[] {false, true}) {
            int within = 0;
            for (int seed = 0; seed < 600; seed++) {
                within += experiment(seed, 1, weighted).aucInterval().contains(truth) ? 1 : 0;
            }
            assertThat(within / 600.0).isBetween(0.62, 0.74);
        }
    }

    @Test
    void has_a_bootstrap_error_that_covers_the_true_area_too() {
        double truth = 0.7602499389065233;
        for (boolean weighted : new boolean[] {false, true}) {
            int within = 0;
            double ratio = 0;
            for (int seed = 0; seed < 300; seed++) {
                Rows rows = Rows.draw(seed, 1, weighted);
                Roc roc = rows.roc();
                double error = AucBootstrap.error(rows.scores, rows.signal, rows.weights, seed);
                within += Math.abs(roc.auc() - truth) < error ? 1 : 0;
                ratio += error / roc.aucError() / 300;
            }
            assertThat(within / 300.0).isBetween(0.61, 0.75);
            assertThat(ratio).isBetween(0.95, 1.05);
        }
    }

    @Test
    void has_the_same_bootstrap_error_from_a_part_of_very_many_rows() {
        int n = AucBootstrap.MOST_ROWS * 3 / 2;
        Rows rows = Rows.draw(1, 1, true, n);
        assertThat(AucBootstrap.error(rows.scores, rows.signal, rows.weights, 1))
                .isCloseTo(rows.roc().aucError(), withinPercentage(25));
    }

    @Test
    void has_a_bootstrap_error_that_counts_ties_and_does_not_exist_without_a_class() {
        double[] scores = {1, 1, 1, 1, 1, 1};
        boolean[] signal = {true, true, true, false, false, false};
        double[] weights = {1, 2, 3, 1, 2, 3};
        assertThat(AucBootstrap.error(scores, signal, weights, 1)).isCloseTo(0, within(1e-12));
        assertThat(AucBootstrap.error(scores, new boolean[6], weights, 1)).isNaN();
    }

    private static Roc experiment(long seed, double distance, boolean weighted) {
        return Rows.draw(seed, distance, weighted).roc();
    }

    private record Rows(double[] scores, boolean[] signal, double[] weights) {
        static Rows draw(long seed, double distance, boolean weighted) {
            return draw(seed, distance, weighted, 300);
        }

        static Rows draw(long seed, double distance, boolean weighted, int n) {
            var random = new SplittableRandom(seed);
            Rows rows = new Rows(new double[n], new boolean[n], new double[n]);
            for (int i = 0; i < n; i++) {
                rows.signal[i] = random.nextDouble() < 0.4;
                rows.scores[i] = random.nextGaussian() + (rows.signal[i] ? distance : 0);
                rows.weights[i] = weighted ? Math.exp(random.nextGaussian() * 0.7) : 1;
            }
            return rows;
        }

        Roc roc() {
            return Roc.of(scores, signal, weights);
        }
    }

    @Test
    void of_classes_wholly_apart_has_an_interval_that_still_has_a_width() {
        double[] scores = {3, 3.5, 4, 1, 0.5};
        boolean[] signal = {true, true, true, false, false};
        Roc roc = Roc.of(scores, signal, new double[] {0.1, 0.7, 0.3, 0.2, 0.2});
        assertThat(roc.auc()).isCloseTo(1, within(1e-12));
        assertThat(roc.aucInterval().high()).isEqualTo(1);
        assertThat(roc.aucInterval().low()).isBetween(0.2, 0.6);
    }

    @Test
    void does_not_exist_when_a_class_is_empty_or_has_no_weight() {
        assertThat(Roc.of(new double[] {1, 2}, new boolean[] {true, true}, new double[] {1, 1})
                        .auc())
                .isNaN();
        Roc weightless = Roc.of(new double[] {1, 2}, new boolean[] {true, false}, new double[] {0, 0});
        assertThat(weightless.auc()).isNaN();
        assertThat(weightless.aucInterval()).isEqualTo(Interval.NONE);
        assertThat(Roc.of(new double[0], new boolean[0], new double[0]).auc()).isNaN();
    }

    @Property(tries = 200)
    void does_not_change_when_a_row_of_weight_w_is_replaced_by_w_copies(
            @ForAll @Size(min = 2, max = 30) int[] seeds, @ForAll @IntRange(min = 1, max = 4) int largest) {
        int n = seeds.length;
        double[] scores = new double[n];
        boolean[] signal = new boolean[n];
        double[] weights = new double[n];
        int total = 0;
        for (int i = 0; i < n; i++) {
            signal[i] = i % 2 == 0;
            scores[i] = Math.floorMod(seeds[i], 7);
            weights[i] = 1 + Math.floorMod(seeds[i] / 7, largest);
            total += (int) weights[i];
        }
        double[] manyScores = new double[total];
        boolean[] manySignal = new boolean[total];
        double[] ones = new double[total];
        Arrays.fill(ones, 1);
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int copy = 0; copy < weights[i]; copy++) {
                manyScores[at] = scores[i];
                manySignal[at++] = signal[i];
            }
        }
        assertThat(Roc.of(scores, signal, weights).auc())
                .isCloseTo(Roc.of(manyScores, manySignal, ones).auc(), within(1e-12));
    }
}
