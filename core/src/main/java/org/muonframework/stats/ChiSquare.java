package org.muonframework.stats;

import org.hipparchus.special.Gamma;

/**
 * Pearson's test of weighted histograms: of two against each other, or of one against an expected shape. Only shapes are
 * compared, within the edges.
 *
 * <p>The variance of a bin is what it should hold times the mean weight Σw²/Σw of its rows (N. Gagunashvili, Nucl.
 * Instrum. Meth. A 614 (2010) 287), which for unit weights makes it the classical test. That mean is taken over the
 * {@value #REACH} bins to either side too: in a single bin it rises and falls with the heaviest row, and the p-value would
 * be too small. The direction of a common factor is projected out, so that the statistic follows χ² also where the mean
 * weight changes along the histogram. Neighbouring bins are joined until each should hold {@value #LEAST} effective rows
 * (W. Cochran, Biometrics 10 (1954) 417).
 *
 * @param value χ²; NaN if a histogram holds no positive sum or too few rows for two bins, or if negative weights leave a
 *     bin without
 * @param degrees number of degrees of freedom: joined bins less one
 * @param pValue the probability of a larger χ² if the shapes are the same; NaN with the value
 */
public record ChiSquare(double value, int degrees, double pValue) {

    /** Effective number of rows that a bin should hold. */
    private static final int LEAST = 5;

    /** How many bins to either side help to find the mean weight of a bin. */
    private static final int REACH = 2;

    /**
     * Whether two independent histograms have the same shape. For unit weights Pearson's test of homogeneity.
     *
     * @throws IllegalArgumentException if they have different numbers of bins
     */
    public static ChiSquare homogeneity(Histogram first, Histogram second) {
        if (first.sums().length != second.sums().length) {
            throw new IllegalArgumentException("histograms of " + first.sums().length + " and " + second.sums().length
                    + " bins cannot be compared");
        }
        Bins one = Bins.of(first);
        Bins two = Bins.of(second);
        if (!one.exist() || !two.exist()) {
            return none();
        }
        double share = one.effectiveNumber() / (one.effectiveNumber() + two.effectiveNumber());
        double[] expected = new double[one.sums.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = share * one.sums[i] / one.total() + (1 - share) * two.sums[i] / two.total();
        }
        int[] groups = groups(expected, Math.min(one.effectiveNumber(), two.effectiveNumber()));
        Bins a = one.joined(groups);
        Bins b = two.joined(groups);
        double[] distances = new double[a.sums.length];
        double[] variances = new double[distances.length];
        double[] pooled = new double[distances.length];
        for (int i = 0; i < distances.length; i++) {
            double ofA = a.meanWeight(i) / a.total();
            double ofB = b.meanWeight(i) / b.total();
            double inA = a.sums[i] / a.total();
            double inB = b.sums[i] / b.total();
            pooled[i] = (inA / ofA + inB / ofB) / (1 / ofA + 1 / ofB);
            distances[i] = inA - inB;
            variances[i] = pooled[i] * (ofA + ofB);
        }
        return of(distances, variances, pooled);
    }

    /**
     * Whether a histogram has an expected shape. For unit weights Pearson's test of goodness of fit.
     *
     * @param expected the expected content of each bin, not negative, in any unit
     * @throws IllegalArgumentException if there are not as many as bins
     */
    public static ChiSquare goodnessOfFit(Histogram observed, double[] expected) {
        Bins bins = Bins.of(observed);
        if (expected.length != bins.sums.length) {
            throw new IllegalArgumentException(
                    expected.length + " expected contents for " + bins.sums.length + " bins");
        }
        double sum = 0;
        for (double content : expected) {
            sum += content;
        }
        if (!bins.exist() || !(sum > 0)) {
            return none();
        }
        double[] fractions = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            fractions[i] = expected[i] / sum;
        }
        int[] groups = groups(fractions, bins.effectiveNumber());
        Bins joined = bins.joined(groups);
        double[] should = Bins.join(fractions, groups);
        double[] distances = new double[should.length];
        double[] variances = new double[should.length];
        for (int i = 0; i < should.length; i++) {
            distances[i] = joined.sums[i] / joined.total() - should[i];
            variances[i] = should[i] * joined.meanWeight(i) / joined.total();
        }
        return of(distances, variances, should);
    }

    /** χ² by degree of freedom; NaN without any. */
    public double perDegree() {
        return value / degrees;
    }

    /** Σd²/V less the part of it that lies along a common factor. */
    private static ChiSquare of(double[] distances, double[] variances, double[] shape) {
        double all = 0;
        double along = 0;
        double norm = 0;
        for (int i = 0; i < distances.length; i++) {
            if (!(variances[i] > 0)) {
                return none();
            }
            all += distances[i] * distances[i] / variances[i];
            along += distances[i] * shape[i] / variances[i];
            norm += shape[i] * shape[i] / variances[i];
        }
        int degrees = distances.length - 1;
        double value = Math.max(0, all - along * along / norm);
        return degrees < 1 ? none() : new ChiSquare(value, degrees, Gamma.regularizedGammaQ(degrees / 2.0, value / 2));
    }

    private static ChiSquare none() {
        return new ChiSquare(Double.NaN, 0, Double.NaN);
    }

    /** For each bin the number of its group, from the left; what remains too small on the right joins the last group. */
    private static int[] groups(double[] expected, double rows) {
        int[] groups = new int[expected.length];
        int group = 0;
        double held = 0;
        for (int i = 0; i < expected.length; i++) {
            if (held * rows >= LEAST) {
                group++;
                held = 0;
            }
            held += expected[i];
            groups[i] = group;
        }
        for (int i = expected.length - 1; held * rows < LEAST && group > 0 && i >= 0 && groups[i] == group; i--) {
            groups[i] = group - 1;
        }
        return groups;
    }

    /** Σw and Σw² of bins. */
    private record Bins(double[] sums, double[] squares) {

        static Bins of(Histogram histogram) {
            return new Bins(histogram.sums(), histogram.squares());
        }

        boolean exist() {
            return total() > 0;
        }

        double total() {
            return sum(sums);
        }

        double effectiveNumber() {
            return total() * total() / sum(squares);
        }

        /** Σw²/Σw around a bin; that of all bins where there is nothing, or negative weights leave nothing. */
        double meanWeight(int bin) {
            double sum = 0;
            double square = 0;
            for (int i = Math.max(0, bin - REACH); i <= Math.min(sums.length - 1, bin + REACH); i++) {
                sum += sums[i];
                square += squares[i];
            }
            return sum > 0 ? square / sum : sum(squares) / total();
        }

        Bins joined(int[] groups) {
            return new Bins(join(sums, groups), join(squares, groups));
        }

        static double[] join(double[] values, int[] groups) {
            double[] joined = new double[groups[groups.length - 1] + 1];
            for (int i = 0; i < values.length; i++) {
                joined[groups[i]] += values[i];
            }
            return joined;
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }
}
