package org.muonframework.dimuon.spinquest.kinematics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Intervals;
import org.muonframework.stats.Quantiles;

/**
 * The error of a predicted mass: below it |predicted − true| is for 68.27 % of the rows with about this prediction. It
 * is found by the prediction, which is known of data too, and contains the bias. Of rows with the same spectrum 68.27 %
 * have a pull (predicted − true)/error between −1 and 1, whatever its distribution is.
 *
 * @param bins of the predicted mass; those at either end hold for all beyond
 * @param errors one a bin
 */
record MassPull(Binning bins, double[] errors) {

    /** Finds errors in so many bins of equal weight, or fewer where many predictions are equal. */
    static MassPull of(Quantity mass, int count) {
        Quantiles predicted = Quantiles.of(mass.predicted(), mass.weights());
        double[] edges = DoubleStream.iterate(0, i -> i + 1)
                .limit(count + 1L)
                .map(i -> predicted.at(i / count))
                .distinct()
                .toArray();
        Binning bins = edges.length > 1 ? Binning.of(edges) : Binning.uniform(1, edges[0] - 1, edges[0] + 1);
        double[] distances = Arrays.stream(mass.residuals()).map(Math::abs).toArray();
        double[] errors = new double[bins.size()];
        for (int bin = 0; bin < errors.length; bin++) {
            double[] inside = new double[distances.length];
            for (int row = 0; row < inside.length; row++) {
                inside[row] = index(bins, mass.predicted()[row]) == bin ? mass.weights()[row] : 0;
            }
            errors[bin] = Quantiles.of(distances, inside).at(Intervals.ONE_SIGMA);
        }
        return new MassPull(bins, errors);
    }

    private static int index(Binning bins, double value) {
        return Math.max(0, Math.min(bins.size() - 1, bins.index(value)));
    }

    /** (predicted − true)/error of each row. */
    double[] pulls(Quantity mass) {
        double[] pulls = mass.residuals();
        for (int row = 0; row < pulls.length; row++) {
            pulls[row] /= errors[index(bins, mass.predicted()[row])];
        }
        return pulls;
    }
}
