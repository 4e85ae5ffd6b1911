package org.muonframework.stats;

/**
 * The mean of one variable in bins of another.
 *
 * @param binning the bins of x
 * @param means weighted mean of y in each bin; NaN where Σw is not positive
 * @param deviations weighted standard deviation of y in each bin, √(Σw(y − mean)²/Σw)
 * @param errors standard error of each mean, as that of {@link Moments}; NaN for one row or less
 */
public record Profile(Binning binning, double[] means, double[] deviations, double[] errors) {

    /** Computes in two passes; rows outside the edges and those of which a value is NaN are left out. */
    public static Profile of(Binning binning, double[] x, double[] y, double[] weights) {
        int bins = binning.size();
        double[] sums = new double[bins];
        double[] squares = new double[bins];
        double[] means = new double[bins];
        for (int i = 0; i < x.length; i++) {
            int bin = bin(binning, x[i], y[i]);
            if (bin >= 0) {
                sums[bin] += weights[i];
                squares[bin] += weights[i] * weights[i];
                means[bin] += weights[i] * y[i];
            }
        }
        for (int b = 0; b < bins; b++) {
            means[b] = sums[b] > 0 ? means[b] / sums[b] : Double.NaN;
        }
        double[] deviations = new double[bins];
        double[] errors = new double[bins];
        for (int i = 0; i < x.length; i++) {
            int bin = bin(binning, x[i], y[i]);
            if (bin >= 0) {
                double distance = y[i] - means[bin];
                double weighted = weights[i] * distance;
                deviations[bin] += weighted * distance;
                errors[bin] += weighted * weighted;
            }
        }
        for (int b = 0; b < bins; b++) {
            deviations[b] = sums[b] > 0 ? Math.sqrt(deviations[b] / sums[b]) : Double.NaN;
            errors[b] = Moments.meanError(errors[b], sums[b], squares[b]);
        }
        return new Profile(binning, means, deviations, errors);
    }

    private static int bin(Binning binning, double x, double y) {
        int bin = Double.isNaN(y) ? -1 : binning.index(x);
        return bin < binning.size() ? bin : -1;
    }

    /** The means with their standard errors. */
    public Histogram.Heights withErrors() {
        return new Histogram.Heights(means.clone(), errors.clone());
    }

    /** The means with the spread of single rows about them. */
    public Histogram.Heights withSpread() {
        return new Histogram.Heights(means.clone(), deviations.clone());
    }
}
