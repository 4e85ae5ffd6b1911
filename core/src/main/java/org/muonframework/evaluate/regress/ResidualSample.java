package org.muonframework.evaluate.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Moments;
import org.muonframework.stats.Quantiles;

/**
 * Predictions of one target beside the truth.
 *
 * @param truth the true value of each row
 * @param residuals predicted minus true value of each row
 * @param weights the weight of each row
 */
record ResidualSample(double[] truth, double[] residuals, double[] weights) {

    /** Names of what {@link #values} gives. */
    static final List<String> NAMES = List.of("resolution-68", "r2", "bias", "median-bias", "rms");

    static ResidualSample of(float[] truth, double[] predicted, double[] weights) {
        double[] wide = new double[truth.length];
        double[] residuals = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            wide[i] = truth[i];
            residuals[i] = predicted[i] - wide[i];
        }
        return new ResidualSample(wide, residuals, weights);
    }

    /** Why nothing can be said of it, if that is so. */
    Optional<String> problem() {
        long missing = Arrays.stream(residuals).filter(r -> !Double.isFinite(r)).count();
        if (missing > 0) {
            return Optional.of(missing + " of " + residuals.length + " residuals are not finite");
        }
        return Arrays.stream(weights).sum() > 0
                ? Optional.empty()
                : Optional.of("the weights do not add up to more than 0");
    }

    /**
     * {@code bias} (mean residual), {@code rms} (root mean square of the residual about zero), {@code resolution-68}
     * (half of the width that the central 68 % take), {@code median-bias}, {@code r2} (1 − Σw r²/Σw(y − ȳ)²), all with
     * standard errors: of the mean, by linearisation, or from a bootstrap.
     *
     * @param unit unit of the target
     * @param seed of the bootstrap
     */
    List<MetricValue> values(Part part, String unit, long seed) {
        Moments moments = Moments.of(residuals, weights);
        Quantiles quantiles = quantiles();
        double squareError = errorOfMean(squares(), moments.rms() * moments.rms());
        List<MetricValue> values = new ArrayList<>();
        values.add(value("resolution-68", part, quantiles.halfWidth68(), quantiles.error(Quantiles::halfWidth68, seed))
                .in(unit));
        values.add(explained(part));
        values.add(value("bias", part, moments.mean(), moments.meanError()).in(unit));
        values.add(value("median-bias", part, quantiles.median(), quantiles.error(Quantiles::median, seed))
                .in(unit));
        values.add(value("rms", part, moments.rms(), squareError / (2 * moments.rms()))
                .in(unit));
        return values;
    }

    Quantiles quantiles() {
        return Quantiles.of(residuals, weights);
    }

    private MetricValue explained(Part part) {
        Moments ofTruth = Moments.of(truth, weights);
        double variance = ofTruth.deviation() * ofTruth.deviation();
        double square = Math.pow(Moments.of(residuals, weights).rms(), 2);
        if (!(variance > 0)) {
            return MetricValue.of("r2", part, Double.NaN).with("note", "the true values are all equal");
        }
        double[] influence = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            double distance = truth[i] - ofTruth.mean();
            influence[i] = residuals[i] * residuals[i] / variance - square / variance * distance * distance / variance;
        }
        return value("r2", part, 1 - square / variance, errorOfMean(influence, 0));
    }

    private double[] squares() {
        double[] squares = new double[residuals.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = residuals[i] * residuals[i];
        }
        return squares;
    }

    /** √(Σw²(x − mean)²)/Σw. */
    private double errorOfMean(double[] values, double mean) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = weights[i] * (values[i] - mean);
            squares += distance * distance;
            sum += weights[i];
        }
        return Math.sqrt(squares) / sum;
    }

    private static MetricValue value(String name, Part part, double value, double error) {
        return MetricValue.of(name, part, value).within(value - error, value + error);
    }

    /** The rows whose truth lies in one bin, of those numbered by {@code bins}. */
    ResidualSample in(int bin, int[] bins) {
        int count = 0;
        for (int b : bins) {
            count += b == bin ? 1 : 0;
        }
        double[][] picked = new double[3][count];
        int at = 0;
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] == bin) {
                picked[0][at] = truth[i];
                picked[1][at] = residuals[i];
                picked[2][at++] = weights[i];
            }
        }
        return new ResidualSample(picked[0], picked[1], picked[2]);
    }
}
