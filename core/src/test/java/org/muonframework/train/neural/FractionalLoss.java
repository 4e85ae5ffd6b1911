package org.muonframework.train.neural;

import java.util.Arrays;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;

/**
 * Mean of (prediction − E)² / E whose square goes on as its tangent beyond a threshold, so that few rare showers do not
 * rule the training: the running 68 % quantile of the squares in each of equal bins of the true energy E (the loss of
 * arXiv:2107.02119).
 *
 * @param low lower edge of the first bin
 * @param high upper edge of the last one
 * @param bins number of bins
 */
record FractionalLoss(double low, double high, int bins) implements Loss.Custom {

    private static final double QUANTILE = 0.68;
    private static final double KEPT = 0.9;

    @Override
    public String name() {
        return toString();
    }

    @Override
    public LossCourse begin() {
        return new Course();
    }

    private int bin(double energy) {
        return (int) Math.max(0, Math.min(bins - 1, bins * (energy - low) / (high - low)));
    }

    private final class Course implements LossCourse {

        /** One a bin; NaN, beyond which nothing is, until there was a row. */
        private double[] thresholds = new double[bins];

        Course() {
            Arrays.fill(thresholds, Double.NaN);
        }

        @Override
        public double evaluate(LossBatch batch, float[] gradient) {
            if (batch.training()) {
                learn(batch);
            }
            double total = batch.totalWeight();
            double loss = 0;
            for (int row = 0; row < batch.rows(); row++) {
                double energy = batch.truth()[row];
                double difference = batch.outputs()[row] - energy;
                double threshold = thresholds[bin(energy)];
                double root = Math.sqrt(threshold);
                boolean beyond = difference * difference > threshold;
                double square = beyond ? threshold + 2 * root * (Math.abs(difference) - root) : difference * difference;
                double slope = beyond ? Math.copySign(root, difference) : difference;
                double weight = batch.weights()[row] / (total * energy);
                loss += weight * square;
                gradient[row] = (float) (weight * 2 * slope);
            }
            return loss;
        }

        private void learn(LossBatch batch) {
            double[][] squares = new double[bins][batch.rows()];
            int[] counts = new int[bins];
            for (int row = 0; row < batch.rows(); row++) {
                int bin = bin(batch.truth()[row]);
                squares[bin][counts[bin]++] = Math.pow(batch.outputs()[row] - batch.truth()[row], 2);
            }
            for (int bin = 0; bin < bins; bin++) {
                if (counts[bin] > 0) {
                    Arrays.sort(squares[bin], 0, counts[bin]);
                    double now = squares[bin][(int) Math.round(QUANTILE * (counts[bin] - 1))];
                    double before = thresholds[bin];
                    thresholds[bin] = Double.isNaN(before) ? now : KEPT * before + (1 - KEPT) * now;
                }
            }
        }

        @Override
        public double[] state() {
            return thresholds.clone();
        }

        @Override
        public void restore(double[] state) {
            thresholds = state.clone();
        }
    }
}
