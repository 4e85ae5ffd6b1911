package org.muonframework.stats;

/**
 * Weighted rows counted in bins.
 *
 * @param binning the bins
 * @param sums Σw of each bin
 * @param squares Σw² of each bin; its root is the standard error of the sum
 * @param underflow Σw below the first edge
 * @param overflow Σw above the last edge
 * @param missing number of rows whose value is NaN; they are in no sum
 */
public record Histogram(
        Binning binning, double[] sums, double[] squares, double underflow, double overflow, long missing) {

    /**
     * Bin heights with their standard errors.
     *
     * @param values one height a bin
     * @param errors one standard error a bin
     */
    public record Heights(double[] values, double[] errors) {}

    /** Counts all rows. */
    public static Histogram of(Binning binning, double[] values, double[] weights) {
        int bins = binning.size();
        double[] sums = new double[bins];
        double[] squares = new double[bins];
        double underflow = 0;
        double overflow = 0;
        long missing = 0;
        for (int i = 0; i < values.length; i++) {
            int bin = binning.index(values[i]);
            double w = weights[i];
            if (bin >= 0 && bin < bins) {
                sums[bin] += w;
                squares[bin] += w * w;
            } else if (bin < 0) {
                underflow += w;
            } else if (Double.isNaN(values[i])) {
                missing++;
            } else {
                overflow += w;
            }
        }
        return new Histogram(binning, sums, squares, underflow, overflow, missing);
    }

    /** Σw inside the edges. */
    public double total() {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Σw of each bin with error √Σw². */
    public Heights contents() {
        double[] errors = new double[sums.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(squares[i]);
        }
        return new Heights(sums.clone(), errors);
    }

    /**
     * The part of the rows inside the edges that is in each bin. As the total fluctuates with the bin, the error is
     * √((1 − f)²·Σw² of the bin + f²·Σw² of the others)/total, for unit weights √(f(1 − f)/n). All NaN if the total is
     * not positive.
     */
    public Heights fractions() {
        double total = total();
        double allSquares = 0;
        for (double square : squares) {
            allSquares += square;
        }
        double[] values = new double[sums.length];
        double[] errors = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            double f = total > 0 ? sums[i] / total : Double.NaN;
            values[i] = f;
            errors[i] = Math.sqrt((1 - f) * (1 - f) * squares[i] + f * f * (allSquares - squares[i])) / total;
        }
        return new Heights(values, errors);
    }

    /** {@link #fractions()} divided by the widths of the bins, so that the area is one. */
    public Heights density() {
        Heights density = fractions();
        for (int i = 0; i < sums.length; i++) {
            double width = binning.high(i) - binning.low(i);
            density.values[i] /= width;
            density.errors[i] /= width;
        }
        return density;
    }
}
