package org.muonframework.calorimeter.resolution;

import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.muonframework.stats.Moments;
import org.muonframework.stats.Quantiles;
import org.muonframework.stats.fit.Estimate;

/**
 * How well energies are found in one bin of the true energy. Both resolutions are of the difference to the true energy
 * of each row, so that the width of the bin does not count, and both contain the bias.
 *
 * @param energy mean true energy, in GeV; NaN without positive weight
 * @param rms √(variance + mean²)/(mean true energy)
 * @param central √(c² + median²)/(median true energy), where the central 68 % take a width of 2c
 * @param rows number of rows
 */
record BinResolution(double energy, Estimate rms, Estimate central, int rows) {

    private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);

    /**
     * Computes both, the errors by linearisation and from a bootstrap.
     *
     * @param seed of the bootstrap; without one there are no errors
     */
    static BinResolution of(double[] truth, double[] energies, double[] weights, OptionalLong seed) {
        double[] residuals = new double[truth.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = energies[i] - truth[i];
        }
        double mean = Moments.of(truth, weights).mean();
        if (!(mean > 0)) {
            return new BinResolution(Double.NaN, NONE, NONE, truth.length);
        }
        Quantiles quantiles = Quantiles.of(residuals, weights);
        double median = Quantiles.of(truth, weights).median();
        ToDoubleFunction<Quantiles> width = q -> Math.hypot(q.halfWidth68(), q.median());
        double error = seed.isPresent() ? quantiles.error(width, seed.getAsLong()) : Double.NaN;
        return new BinResolution(
                mean,
                rms(truth, residuals, weights, mean),
                new Estimate(width.applyAsDouble(quantiles) / median, error / median),
                truth.length);
    }

    private static Estimate rms(double[] truth, double[] residuals, double[] weights, double mean) {
        Moments moments = Moments.of(residuals, weights);
        double rms = moments.rms();
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double ofSquare = (residuals[i] * residuals[i] / rms - rms) / 2;
            double influence = weights[i] * (ofSquare - rms / mean * (truth[i] - mean));
            sum += influence * influence;
        }
        double effective = moments.effectiveNumber();
        double error = effective > 1 ? Math.sqrt(sum * effective / (effective - 1)) / moments.sum() / mean : Double.NaN;
        return new Estimate(rms / mean, rms > 0 ? error : 0);
    }

    /** Why there is no number, where there is none. */
    String reason() {
        if (rows == 0) {
            return "no row has such a true energy";
        }
        return Double.isNaN(energy)
                ? "the weights do not add up to more than 0"
                : "negative weights make the square of the spread negative";
    }
}
