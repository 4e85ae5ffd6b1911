package org.muonframework.stats;

/**
 * The mean of one variable in bins of another.
 *
 * @param binning the bins of x
 * @param means weighted mean of y in each bin; NaN where Σw is not positive
 * @param deviations weighted standard deviation of y in each bin, √(Σw(y − mean)²/Σw)
 * @param effective effective number of rows of each bin, (Σw)²/Σw²
 */
public record Profile(Binning binning, double[] means, double[] deviations, double[] effective) {

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
        for (int i = 0; i < x.length; i++) {
            int bin = bin(binning, x[i], y[i]);
            if (bin >= 0) {
                double distance = y[i] - means[bin];
                deviations[bin] += weights[i] * distance * distance;
            }
        }
        double[] effective = new double[bins];
        for (int b = 0; b < bins; b++) {
            deviations[b] = sums[b] > 0 ? Math.sqrt(deviations[b] / sums[b]) : Double.NaN;
            effective[b] = squares[b] > 0 ? sums[b] * sums[b] / squares[b] : 0;
        }
        return new Profile(binning, means, deviations, effective);
    }

    private static int bin(Binning binning, double x, double y) {
        int bin = Double.isNaN(y) ? -1 : binning.index(x);
        return bin < binning.size() ? bin : -1;
    }

    /**
     * The means with their standard errors, deviation/√(effective number − 1) as {@link Moments#meanError()}; an error is
     * NaN for one row or less.
     */
    public Histogram.Heights withErrors() {
        double[] errors = new double[means.length];
        for (int b = 0; b < errors.length; b++) {
            errors[b] = effective[b] > 1 ? deviations[b] / Math.sqrt(effective[b] - 1) : Double.NaN;
        }
        return new Histogram.Heights(means.clone(), errors);
    }

    /** The means with the spread of single rows about them. */
    public Histogram.Heights withSpread() {
        return new Histogram.Heights(means.clone(), deviations.clone());
    }
}
