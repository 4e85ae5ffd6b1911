package org.muonframework.calorimeter.loss;

import java.util.Arrays;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;

/** The {@link HuberisedLoss} in one training, with its running thresholds. */
final class HuberisedCourse implements LossCourse {

    /** In the place of a threshold: no batch so far had rows of this range. */
    private static final double NONE = -1;

    private final HuberisedLossSettings settings;
    private final Scaling.Fixed scaling;
    private final String energy;
    private final HighEnergyWeight weight;
    private double[] thresholds;

    HuberisedCourse(HuberisedLossSettings settings, Scaling.Fixed scaling, String energy) {
        this.settings = settings;
        this.scaling = scaling;
        this.energy = energy;
        weight = settings.weight();
        thresholds = new double[settings.bins()];
        Arrays.fill(thresholds, NONE);
    }

    @Override
    public double evaluate(LossBatch batch, float[] gradient) {
        float[] energies = batch.columns().get(energy);
        double[] differences = new double[batch.rows()];
        int[] ranges = new int[batch.rows()];
        for (int row = 0; row < batch.rows(); row++) {
            differences[row] = scaling.offset() + scaling.scale() * batch.outputs()[row] - energies[row];
            ranges[row] = range(energies[row]);
        }
        double[] limits = limits(differences, ranges, batch.training());
        double total = batch.totalWeight();
        double loss = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double factor = batch.weights()[row] * weight.at(energies[row]) / energies[row] / total;
            double difference = differences[row];
            double limit = limits[ranges[row]];
            double root = Math.sqrt(limit);
            boolean outlier = difference * difference > limit;
            double size = outlier ? limit + 2 * root * (Math.abs(difference) - root) : difference * difference;
            double slope = outlier ? 2 * root * Math.signum(difference) : 2 * difference;
            loss += factor * size;
            gradient[row] = (float) (factor * slope * scaling.scale());
        }
        return loss;
    }

    private int range(double trueEnergy) {
        double place = (trueEnergy - settings.lowest()) / (settings.highest() - settings.lowest()) * settings.bins();
        return (int) Math.max(0, Math.min(settings.bins() - 1, Math.floor(place)));
    }

    /**
     * The threshold of each range for these rows. Rows that the network is fitted to move it first; other rows leave
     * it, and have one of their own where there is none yet.
     */
    private double[] limits(double[] differences, int[] ranges, boolean training) {
        double[] limits = thresholds.clone();
        for (int range = 0; range < limits.length; range++) {
            if (training || limits[range] == NONE) {
                double found = quantile(differences, ranges, range);
                if (limits[range] == NONE) {
                    limits[range] = found;
                } else if (found != NONE) {
                    limits[range] += settings.update() * (found - limits[range]);
                }
            }
        }
        if (training) {
            thresholds = limits;
        }
        return limits;
    }

    /** The squared difference of the row of rank 1 + round(q(n − 1)) among the n rows of a range, if it has any. */
    private double quantile(double[] differences, int[] ranges, int range) {
        double[] squares = new double[differences.length];
        int count = 0;
        for (int row = 0; row < squares.length; row++) {
            if (ranges[row] == range) {
                squares[count++] = differences[row] * differences[row];
            }
        }
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(squares, 0, count);
        return squares[(int) Math.rint(settings.quantile() * (count - 1))];
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
