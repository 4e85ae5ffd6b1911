package org.muonframework.stats;

/**
 * Sums, mean and spread of weighted values.
 *
 * @param sum Σw
 * @param squares Σw²
 * @param mean Σwx/Σw
 * @param deviation √(Σw(x − mean)²/Σw), the standard deviation about the mean
 * @param rms √(Σwx²/Σw), the root mean square about zero
 */
public record Moments(double sum, double squares, double mean, double deviation, double rms) {

    /**
     * Computes in two passes. Mean and spread are NaN if Σw is not positive, or if a value is NaN; a spread is NaN if
     * negative weights make its square negative.
     */
    public static Moments of(double[] values, double[] weights) {
        double sum = 0;
        double squares = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < values.length; i++) {
            double w = weights[i];
            sum += w;
            squares += w * w;
            first += w * values[i];
            second += w * values[i] * values[i];
        }
        if (!(sum > 0)) {
            return new Moments(sum, squares, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = first / sum;
        double central = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            central += weights[i] * distance * distance;
        }
        return new Moments(sum, squares, mean, Math.sqrt(central / sum), Math.sqrt(second / sum));
    }

    /** (Σw)²/Σw²: the number of rows of equal weight that would fluctuate as much; 0 without weight. */
    public double effectiveNumber() {
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Standard error of the mean: deviation/√(effective number − 1); NaN for one row or less. */
    public double meanError() {
        double effective = effectiveNumber();
        return effective > 1 ? deviation / Math.sqrt(effective - 1) : Double.NaN;
    }

    /**
     * Standard error of the deviation for nearly Gaussian values: deviation/√(2(effective number − 1)); NaN for one row
     * or less.
     */
    public double deviationError() {
        return meanError() / Math.sqrt(2);
    }
}
