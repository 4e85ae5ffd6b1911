package org.muonframework.stats;

/**
 * Sums, mean and spread of weighted values.
 *
 * @param sum Σw
 * @param squares Σw²
 * @param mean Σwx/Σw
 * @param deviation √(Σw(x − mean)²/Σw), the standard deviation about the mean
 * @param rms √(Σwx²/Σw), the root mean square about zero
 * @param meanError standard error of the mean, √(Σw²(x − mean)²)/Σw times √(n/(n − 1)) of the effective number n, which
 *     also holds where weight and value go together (W. Cochran, Sampling Techniques (1977), section 6.4) and for unit
 *     weights is deviation/√(n − 1); NaN for one row or less
 */
public record Moments(double sum, double squares, double mean, double deviation, double rms, double meanError) {

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
            return new Moments(sum, squares, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = first / sum;
        double central = 0;
        double centralSquares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            double weighted = weights[i] * distance;
            central += weighted * distance;
            centralSquares += weighted * weighted;
        }
        return new Moments(
                sum,
                squares,
                mean,
                Math.sqrt(central / sum),
                Math.sqrt(second / sum),
                meanError(centralSquares, sum, squares));
    }

    /** (Σw)²/Σw²: the number of rows of equal weight that would fluctuate as much; 0 without weight. */
    public double effectiveNumber() {
        return effectiveNumber(sum, squares);
    }

    private static double effectiveNumber(double sum, double squares) {
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** √(Σw²(x − mean)²·n/(n − 1))/Σw; NaN for one effective row or less. */
    static double meanError(double centralSquares, double sum, double squares) {
        double effective = effectiveNumber(sum, squares);
        return sum > 0 && effective > 1 ? Math.sqrt(centralSquares * effective / (effective - 1)) / sum : Double.NaN;
    }
}
