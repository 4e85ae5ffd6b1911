package org.muonframework.dimuon.spinquest.kinematics;

import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Binning;

/**
 * (T − P)/(T + P) of the sums of weights T of the rows whose truth is in a bin and P of those whose prediction is.
 *
 * @param values one a bin; NaN where T + P is not positive
 * @param errors by linearisation; rows whose truth and prediction are in the same bin count once, so that a model which
 *     is always right has no error
 */
record Asymmetry(double[] values, double[] errors) {

    static Asymmetry of(Binning bins, Quantity quantity) {
        int n = bins.size();
        double[] truth = new double[n];
        double[] predicted = new double[n];
        double[] onlyTruth = new double[n];
        double[] onlyPredicted = new double[n];
        double[] both = new double[n];
        for (int row = 0; row < quantity.weights().length; row++) {
            double w = quantity.weights()[row];
            int t = bins.index(quantity.truth()[row]);
            int p = bins.index(quantity.predicted()[row]);
            boolean hasTruth = t >= 0 && t < n;
            boolean hasPrediction = p >= 0 && p < n;
            if (hasTruth) {
                truth[t] += w;
                (t == p ? both : onlyTruth)[t] += w * w;
            }
            if (hasPrediction) {
                predicted[p] += w;
                onlyPredicted[p] += t == p ? 0 : w * w;
            }
        }
        double[] values = new double[n];
        double[] errors = new double[n];
        for (int bin = 0; bin < n; bin++) {
            double t = truth[bin];
            double p = predicted[bin];
            double sum = t + p;
            values[bin] = sum > 0 ? (t - p) / sum : Double.NaN;
            double variance = p * p * onlyTruth[bin] + t * t * onlyPredicted[bin] + (p - t) * (p - t) * both[bin];
            errors[bin] = sum > 0 ? 2 * Math.sqrt(variance) / (sum * sum) : Double.NaN;
        }
        return new Asymmetry(values, errors);
    }

    /** Points in the bins. */
    Mark mark(Binning bins) {
        return new Mark.Histogram("", Mark.HistogramStyle.POINTS, bins.edges(), values, errors);
    }
}
