package org.muonframework.dimuon.spinquest.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Moments;

@DisplayName("The asymmetry of true and predicted rows in a bin")
class AsymmetryTest {

    private static final Binning BINS = Binning.uniform(2, 0, 2);

    /** T = 4 + 1 and P = 4 + 2 + 3 in bin 0; the row of weight 4 is there by both. */
    @Test
    @DisplayName("is (T − P)/(T + P), with the rows of both counted once in its error")
    void byHand() {
        Asymmetry asymmetry = of(new double[] {0.5, 0.5, 1.5, 1.5}, new double[] {0.2, 5, 0.1, 0.9}, 4, 1, 2, 3);
        double t = 5;
        double p = 9;
        assertThat(asymmetry.values()[0]).isCloseTo((t - p) / (t + p), within(1e-12));
        double variance = p * p * 1 + t * t * (4 + 9) + (p - t) * (p - t) * 16;
        assertThat(asymmetry.errors()[0]).isCloseTo(2 * Math.sqrt(variance) / Math.pow(t + p, 2), within(1e-12));
        assertThat(asymmetry.values()[1]).isEqualTo(1);
    }

    @Test
    @DisplayName("is 0 without an error for a model that is always right, and nothing in an empty bin")
    void ofTheTruth() {
        Asymmetry asymmetry = of(new double[] {0.5, 0.7}, new double[] {0.5, 0.7}, 1, 2);
        assertThat(asymmetry.values()).containsExactly(0, Double.NaN);
        assertThat(asymmetry.errors()).containsExactly(0, Double.NaN);
    }

    @Test
    @DisplayName("spreads from sample to sample by as much as its error says")
    void coverage() {
        int samples = 400;
        double[] values = new double[samples];
        double[] errors = new double[samples];
        double[] ones = new double[samples];
        Arrays.fill(ones, 1);
        Random random = new Random(3);
        for (int s = 0; s < samples; s++) {
            double[] truth = new double[300];
            double[] predicted = new double[300];
            double[] weights = new double[300];
            for (int row = 0; row < truth.length; row++) {
                truth[row] = 2 * random.nextDouble();
                predicted[row] = truth[row] + 0.3 * random.nextGaussian();
                weights[row] = random.nextInt(3);
            }
            Asymmetry asymmetry = of(truth, predicted, weights);
            values[s] = asymmetry.values()[0];
            errors[s] = asymmetry.errors()[0];
        }
        assertThat(Moments.of(values, ones).deviation()
                        / Moments.of(errors, ones).mean())
                .isCloseTo(1, within(0.1));
    }

    private static Asymmetry of(double[] truth, double[] predicted, double... weights) {
        return Asymmetry.of(BINS, new Quantity("x1", "", truth, predicted, Optional.empty(), weights));
    }
}
