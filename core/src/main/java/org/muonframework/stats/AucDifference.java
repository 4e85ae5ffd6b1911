package org.muonframework.stats;

import org.hipparchus.special.Erf;

/**
 * The difference of the areas under two ROC curves.
 *
 * @param difference first area minus second; NaN if the weights of a class have no positive sum
 * @param error its standard error; NaN for less than two effective rows in a class
 * @param pValue the probability of a difference at least as large, of either sign, if the true areas are equal (a normal
 *     distribution with that error); 1 if difference and error vanish, NaN if the error alone does or is unknown
 */
public record AucDifference(double difference, double error, double pValue) {

    /**
     * Two scores of the same rows. What both get right by the same luck cancels: the error is that of E. DeLong, D.
     * DeLong and D. Clarke-Pearson (Biometrics 44 (1988) 837, equation 5) for the contrast of two areas. It comes from
     * the differences d of each row's placements: Σw²(d − difference)²/(Σw)² of each class, times n/(n − 1) of its
     * effective number. For unit weights this is theirs; with weights it is the linearised variance of the weighted means
     * of placements, as in {@link Roc#aucError()}.
     *
     * @param first one score a row, larger for signal; not NaN
     * @param second the other score of the same rows
     * @param isSignal the true class of each row
     * @param weights the weight of each row with its sign
     */
    public static AucDifference paired(double[] first, double[] second, boolean[] isSignal, double[] weights) {
        double[] totals = Placements.totals(isSignal, weights);
        if (!(totals[0] > 0) || !(totals[1] > 0)) {
            return new AucDifference(Double.NaN, Double.NaN, Double.NaN);
        }
        Placements one = Placements.of(first, isSignal, weights);
        Placements two = Placements.of(second, isSignal, weights);
        double difference = one.area() - two.area();
        double[] deviations = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < weights.length; i++) {
            int side = isSignal[i] ? 1 : 0;
            double deviation = weights[i] * (one.values()[i] - two.values()[i] - difference);
            deviations[side] += deviation * deviation;
            squares[side] += weights[i] * weights[i];
        }
        double variance = 0;
        for (int side = 0; side < 2; side++) {
            double n = totals[side] * totals[side] / squares[side];
            variance += n > 1 ? deviations[side] / (totals[side] * totals[side]) * n / (n - 1) : Double.NaN;
        }
        return of(difference, Math.sqrt(variance));
    }

    /**
     * Two areas of independent rows, such as two test samples: the errors add in quadrature. On the same rows it
     * overstates the error, often by far; use {@link #paired} there.
     */
    public static AucDifference unpaired(double first, double firstError, double second, double secondError) {
        return of(first - second, Math.hypot(firstError, secondError));
    }

    private static AucDifference of(double difference, double error) {
        if (error == 0) {
            return new AucDifference(difference, error, difference == 0 ? 1 : Double.NaN);
        }
        return new AucDifference(difference, error, Erf.erfc(Math.abs(difference) / (error * Math.sqrt(2))));
    }

    /** The 68 % interval: ± one standard error. */
    public Interval interval() {
        return new Interval(difference - error, difference + error);
    }
}
