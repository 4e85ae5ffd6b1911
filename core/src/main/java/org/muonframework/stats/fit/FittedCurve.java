package org.muonframework.stats.fit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The function that a fit found. */
public final class FittedCurve {

    private final DoubleUnaryOperator total;
    private final DoubleUnaryOperator background;
    private final double[] expected;

    FittedCurve(DoubleUnaryOperator total, DoubleUnaryOperator background, double[] expected) {
        this.total = total;
        this.background = background;
        this.expected = expected;
    }

    static FittedCurve none(int bins) {
        double[] expected = new double[bins];
        Arrays.fill(expected, Double.NaN);
        return new FittedCurve(x -> Double.NaN, x -> Double.NaN, expected);
    }

    /** Rows a unit of x, peaks and background together; NaN if there is no result. */
    public double total(double x) {
        return total.applyAsDouble(x);
    }

    /** Rows a unit of x below the peaks; NaN if there is no result. */
    public double background(double x) {
        return background.applyAsDouble(x);
    }

    /** Rows expected in each bin of the histogram; NaN if there is no result. */
    public double[] expected() {
        return expected.clone();
    }
}
