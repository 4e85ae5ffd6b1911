package org.muonframework.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference of two areas")
class AucDifferenceTest {

    private static final boolean[] SIGNAL = {true, true, true, true, true, false, false, false, false, false, false};
    private static final double[] FIRST = {.9, .8, .35, .7, .6, .5, .4, .35, .2, .1, .65};
    private static final double[] SECOND = {.7, .9, .5, .4, .6, .55, .3, .4, .1, .6, .2};
    private static final double[] WEIGHTS = {1, 2, .5, 1.5, 1, 1, 3, .5, 2, 1, .7};

    /**
     * Independent numbers, Python: S, B = s[y==1], s[y==0]; psi = (S[:,None] > B) + .5*(S[:,None] == B) for each score;
     * C = numpy.cov(psi_a.mean(1), psi_b.mean(1))/5 + numpy.cov(psi_a.mean(0), psi_b.mean(0))/6; error = sqrt(C[0,0] +
     * C[1,1] - 2*C[0,1]); p = 2*scipy.stats.norm.sf(difference/error).
     */
    @Test
    void of_the_same_rows_has_the_covariance_of_delong() {
        AucDifference paired = AucDifference.paired(FIRST, SECOND, SIGNAL, ones(11));
        assertThat(paired.difference()).isCloseTo(0.016666666666666607, within(1e-14));
        assertThat(paired.error()).isCloseTo(0.16840757438758835, within(1e-14));
        assertThat(paired.pValue()).isCloseTo(0.9211650644825669, within(1e-12));
        assertThat(paired.interval().contains(0)).isTrue();
    }

    /** sklearn.metrics.roc_auc_score(y, score, sample_weight=w) gives 0.9354674796747966 and 0.9009146341463414. */
    @Test
    void honours_weights_like_the_areas_themselves() {
        AucDifference paired = AucDifference.paired(FIRST, SECOND, SIGNAL, WEIGHTS);
        assertThat(paired.difference()).isCloseTo(0.9354674796747966 - 0.9009146341463414, within(1e-14));
        double[] constant = new double[11];
        AucDifference toChance = AucDifference.paired(FIRST, constant, SIGNAL, WEIGHTS);
        Roc roc = Roc.of(FIRST, SIGNAL, WEIGHTS);
        assertThat(toChance.difference()).isCloseTo(roc.auc() - 0.5, within(1e-14));
        assertThat(toChance.error()).isCloseTo(roc.aucError(), within(1e-14));
    }

    @Test
    void is_the_same_for_equal_weights_of_any_size() {
        double[] thirds = ones(11);
        Arrays.fill(thirds, 1 / 3.0);
        AucDifference one = AucDifference.paired(FIRST, SECOND, SIGNAL, ones(11));
        AucDifference other = AucDifference.paired(FIRST, SECOND, SIGNAL, thirds);
        assertThat(other.difference()).isCloseTo(one.difference(), within(1e-14));
        assertThat(other.error()).isCloseTo(one.error(), within(1e-14));
    }

    @Test
    void covers_the_truth_in_68_percent_of_experiments_also_with_weights_where_the_unpaired_error_is_far_too_large() {
        // The first score is Gaussian, 1 apart: Φ(1/√2). The second adds noise of width ½: Φ(1/√2.5).
        double truth = 0.7602499389065233 - 0.736455371567231;
        for (boolean weighted : new boolean[] {false, true}) {
            int covered = 0;
            double ratio = 0;
            for (int seed = 0; seed < 600; seed++) {
                Pair pair = Pair.draw(seed, weighted);
                AucDifference paired = AucDifference.paired(pair.first, pair.second, pair.signal, pair.weights);
                covered += paired.interval().contains(truth) ? 1 : 0;
                Roc one = Roc.of(pair.first, pair.signal, pair.weights);
                Roc two = Roc.of(pair.second, pair.signal, pair.weights);
                AucDifference unpaired = AucDifference.unpaired(one.auc(), one.aucError(), two.auc(), two.aucError());
                assertThat(unpaired.difference()).isCloseTo(paired.difference(), within(1e-12));
                ratio += unpaired.error() / paired.error() / 600;
            }
            assertThat(covered / 600.0).isBetween(0.62, 0.74);
            assertThat(ratio).isGreaterThan(1.8);
        }
    }

    @Test
    void of_independent_rows_adds_errors_in_quadrature() {
        AucDifference unpaired = AucDifference.unpaired(0.9, 0.03, 0.8, 0.04);
        assertThat(unpaired.error()).isCloseTo(0.05, within(1e-15));
        // 2·scipy.stats.norm.sf(2)
        assertThat(unpaired.pValue()).isCloseTo(0.04550026389635842, within(1e-12));
    }

    @Test
    void of_a_score_with_itself_is_zero_and_without_a_class_does_not_exist() {
        assertThat(AucDifference.paired(FIRST, FIRST, SIGNAL, WEIGHTS)).isEqualTo(new AucDifference(0, 0, 1));
        boolean[] all = new boolean[11];
        assertThat(AucDifference.paired(FIRST, SECOND, all, WEIGHTS).difference())
                .isNaN();
        double[] wrong = {.1, .2, .3, .4};
        double[] right = {.4, .3, .2, .1};
        AucDifference certain = AucDifference.paired(right, wrong, new boolean[] {true, true, false, false}, ones(4));
        assertThat(certain.difference()).isEqualTo(1);
        assertThat(certain.pValue()).isNaN();
    }

    private record Pair(double[] first, double[] second, boolean[] signal, double[] weights) {
        static Pair draw(long seed, boolean weighted) {
            var random = new SplittableRandom(seed);
            int n = 300;
            Pair pair = new Pair(new double[n], new double[n], new boolean[n], ones(n));
            for (int i = 0; i < n; i++) {
                pair.signal[i] = random.nextDouble() < 0.4;
                pair.first[i] = random.nextGaussian() + (pair.signal[i] ? 1 : 0);
                pair.second[i] = pair.first[i] + 0.5 * random.nextGaussian();
                pair.weights[i] = weighted ? Math.exp(random.nextGaussian() * 0.7) : 1;
            }
            return pair;
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
